// Keeps the screen in the room up to date. Without this file a link shows the latest. Nothing is kept in the browser.

const EVERY = 5000;

async function latest() {
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(EVERY) });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [now, then] = [page.querySelector("[data-screen]"), document.querySelector("[data-screen]")];
    if (now && then && now.innerHTML !== then.innerHTML) then.replaceWith(document.importNode(now, true));
  } catch {
    // The next look may succeed; until then the screen shows what it has.
  }
}

setInterval(latest, EVERY);
