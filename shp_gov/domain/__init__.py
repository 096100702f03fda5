"""What the law and the terms of reference say: plain values in, answers out."""
