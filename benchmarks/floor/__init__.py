"""The smallest apps that could serve the actions page: the measure of our own."""
