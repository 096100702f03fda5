// Moving an item without leaving the page: the table is fetched anew, the button keeps the focus, the new place is said.
// Without this script the same buttons send the same form, and the page comes back with the button in focus.

const form = document.querySelector("form.app-agenda");

function numberOf(page, id) {
  const row = page.querySelector(`#item-${id} .app-no`);
  return row ? row.textContent.trim() : "";
}

function focusOn(name, id) {
  const other = name.endsWith("up") ? name.replace("up", "down") : name.replace("down", "up");
  const button = [name, other].map((each) => form.querySelector(`button[name="${each}"][value="${id}"]`)).find(Boolean);
  (button || form.querySelector(`#item-${id} a`))?.focus();
}

async function move(event) {
  const button = event.submitter;
  if (!button?.name) return;
  event.preventDefault();
  const { name, value } = button;
  const sent = new FormData(form);
  sent.append(name, value);
  const answer = await fetch(form.action, { method: "POST", body: sent, credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("form.app-agenda");
  if (!answer.ok || !fresh) {
    window.location.assign(answer.url);
    return;
  }
  form.replaceChildren(...fresh.childNodes);
  const notice = page.querySelector(".govuk-notification-banner");
  if (notice) document.querySelector("main").prepend(notice);
  focusOn(name, value);
  form.querySelector("[data-moved]").textContent = `Moved. It is now ${numberOf(form, value)}.`;
}

form?.addEventListener("submit", (event) => {
  move(event).catch(() => window.location.reload());
});
