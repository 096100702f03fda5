// What can be typed in a text area that is saved as it is typed: /d, @jo, "by 30 sep"; the keys; and the list of them all.
// Everything they do has its button or field on the page. They can be switched off (WCAG 2.1.4).

const COMMANDS = {
  d: "decision",
  a: "action",
  v: "vote",
  i: "interest",
  x: "exclude the public",
  r: "resume with the public",
};
const LIST = [
  ["/d and Enter", "Go to the decision. What stands after /d on the line becomes its words"],
  ["/a, /v, /i and Enter", "Go to the action, the vote, the interest"],
  ["/x and Enter", "Go to excluding the public"],
  ["/r and Enter", "Go to resuming with the public"],
  ["/t and Enter", "Write the time"],
  ["@ and a name", "Choose somebody who is here"],
  ["by 30 sep", "Read a date back in full"],
  ["Ctrl and Enter", "Save and go to the next item"],
  ["Alt and Up, Alt and Down", "Go to the item before, the item after"],
  ["? outside a text box, /? and Enter in one", "Show this list"],
];
const MONTHS = "january february march april may june july august september october november december".split(" ");
const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const A_DAY = /\bby (?:(?:the )?end of ([a-z]{3,9})|(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?(?: (\d{4}))?|(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?|(?:next )?([a-z]{3,9}))\b/gi;
const MOST = 6;

const areOn = () => !document.cookie.split("; ").includes("shortcuts=off");
const remember = (on) => {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `shortcuts=${on ? "on" : "off"}; path=/; max-age=31536000; samesite=lax${secure}`;
};

function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

// A day in words: "by 30 sep" is the first 30 September on or after the day it is counted from.
export function readDay(words, from) {
  const said = [...words.matchAll(A_DAY)].reverse();
  const read = said.map((match) => ({ words: match[0], day: readMatch(match, from) }));
  return read.find(({ day }) => day) ?? null;
}

function readMatch([, endOf, day, month, year, dayNumber, monthNumber, fullYear, weekday], from) {
  if (weekday) return readWeekday(weekday, from);
  const number = monthNumber ? Number(monthNumber) - 1 : named(MONTHS, endOf ?? month ?? "");
  if (number < 0 || number > 11) return null;
  const stated = Number(year ?? fullYear) || 0;
  const inYear = (each) => new Date(each, endOf ? number + 1 : number, endOf ? 0 : Number(day ?? dayNumber));
  let found = inYear(stated || from.getFullYear());
  if (!stated && found < from) found = inYear(from.getFullYear() + 1);
  return found.getMonth() === number ? found : null;
}

function readWeekday(words, from) {
  const number = named(WEEKDAYS, words);
  if (number < 0) return null;
  const days = (number - from.getDay() + 7) % 7 || 7;
  return new Date(from.getFullYear(), from.getMonth(), from.getDate() + days);
}

function named(names, words) {
  const start = words.toLowerCase();
  return start.length < 3 ? -1 : names.findIndex((name) => name.startsWith(start === "sept" ? "sep" : start));
}

const inFull = (day) => {
  const parts = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return day.toLocaleDateString("en-GB", parts).replace(",", "");
};

function dayFrom(box) {
  const stated = box.closest("[data-day]")?.dataset.day;
  const day = stated ? new Date(`${stated}T00:00`) : new Date();
  return new Date(day.getFullYear(), day.getMonth(), day.getDate());
}

function timeNow() {
  const now = new Date();
  const minutes = String(now.getMinutes()).padStart(2, "0");
  return `${now.getHours() % 12 || 12}.${minutes}${now.getHours() < 12 ? "am" : "pm"}`;
}

function lineOf(box) {
  const start = box.value.lastIndexOf("\n", box.selectionStart - 1) + 1;
  const next = box.value.indexOf("\n", start);
  const end = next < 0 ? box.value.length : next;
  return { start, end, text: box.value.slice(start, end) };
}

function replace(box, start, end, words) {
  box.setRangeText(words, start, end, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

class Typing {
  constructor(box) {
    this.box = box;
    this.id = `people-${box.id || box.name}`;
    this.list = make("ul", { class: "app-people", id: this.id, role: "listbox", "aria-label": "People who are here", hidden: "" });
    this.read = make("p", { class: "app-saved app-quiet", role: "status" });
    box.after(this.list, this.read);
    box.addEventListener("keydown", (event) => areOn() && this.pressed(event));
    box.addEventListener("input", () => areOn() && this.typed());
    box.addEventListener("blur", () => this.offer([]));
  }

  pressed(event) {
    if (event.isComposing) return;
    if (!this.list.hidden && this.chose(event)) return event.preventDefault();
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    this.tell("");
    if (!event.shiftKey && this.ran(lineOf(this.box))) event.preventDefault();
  }

  // A command is a line of its own; its words go where it leads, or stay.
  ran({ start, end, text }) {
    const [, key, words] = text.match(/^\/([davixrt?])(?:\s+(.*))?$/) ?? [];
    if (!key || this.box.selectionStart !== end) return false;
    if (key === "t") return replace(this.box, start, end, `${timeNow()} ${words ?? ""}`), true;
    if (key === "?") return replace(this.box, start, end, ""), help.showModal(), true;
    const target = [...document.querySelectorAll(`[data-command~="${key}"]`)].find((each) => !each.disabled);
    if (!target) {
      this.tell(`There is nothing here for ${COMMANDS[key]}. Your words stay where they are.`);
      return false;
    }
    target.closest("details")?.setAttribute("open", "");
    replace(this.box, start, end, this.handOver(target, words ?? ""));
    target.focus();
    return true;
  }

  // Give the words to a text field. Give back those that it cannot take.
  handOver(target, words) {
    if (!words || !target.matches("textarea, input[type=text], input:not([type])")) return words;
    target.value = target.value ? `${target.value.trimEnd()} ${words}` : words;
    target.dispatchEvent(new Event("input", { bubbles: true }));
    return "";
  }

  tell(words) {
    if (this.read.textContent !== words) this.read.textContent = words;
  }

  typed() {
    const before = this.box.value.slice(0, this.box.selectionStart);
    const [, said] = before.match(/(?:^|\s)@([\p{L}'’-]+)$/u) ?? [];
    this.offer(said ? this.people().filter((name) => begins(name, said)).slice(0, MOST) : [], said);
    const line = lineOf(this.box).text;
    const read = readDay(line, dayFrom(this.box));
    if (read) this.tell(`“${read.words}” is read as ${inFull(read.day)}.`);
    else if (this.isDay) this.tell("");
    this.isDay = Boolean(read);
  }

  people() {
    const list = document.getElementById(this.box.dataset.people ?? "");
    return [...(list?.querySelectorAll("option") ?? [])].map((option) => option.value);
  }

  offer(names, said) {
    this.said = said;
    this.list.hidden = !names.length;
    this.list.replaceChildren(...names.map((name, number) => this.option(name, number)));
    if (!names.length) return this.box.removeAttribute("aria-activedescendant");
    this.box.setAttribute("aria-controls", this.id);
    this.mark(0);
  }

  option(name, number) {
    const option = make("li", { role: "option", id: `${this.id}-${number}`, "aria-selected": "false" }, name);
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.take(name);
    });
    return option;
  }

  mark(number) {
    const options = [...this.list.children];
    this.marked = (number + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.marked)));
    this.box.setAttribute("aria-activedescendant", options[this.marked].id);
  }

  chose(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    if (event.key === "Escape") return this.offer([]), true;
    if (event.key === "ArrowDown") return this.mark(this.marked + 1), true;
    if (event.key === "ArrowUp") return this.mark(this.marked - 1), true;
    if (event.key !== "Enter" && event.key !== "Tab") return false;
    return this.take(this.list.children[this.marked].textContent), true;
  }

  take(name) {
    const end = this.box.selectionStart;
    replace(this.box, end - this.said.length - 1, end, name);
    this.offer([]);
  }
}

function begins(name, said) {
  const start = said.toLocaleLowerCase("en-GB");
  return name.toLocaleLowerCase("en-GB").split(/[\s-]+/).some((part) => part.startsWith(start));
}

function makeHelp() {
  const rows = LIST.map(([keys, does]) => make("div", {}, make("dt", {}, keys), make("dd", {}, does)));
  const close = make("button", { class: "govuk-button", type: "button" }, "Close");
  const turn = make("button", { class: "govuk-button govuk-button--secondary", type: "button" });
  const state = make("p", { class: "govuk-body", role: "status" });
  const show = () => {
    state.textContent = areOn() ? "Shortcuts are on." : "Shortcuts are off. Everything can be done with the buttons and fields.";
    turn.textContent = areOn() ? "Switch shortcuts off" : "Switch shortcuts on";
  };
  const heading = make("h2", { class: "govuk-heading-m", id: "shortcuts" }, "Keyboard shortcuts");
  const buttons = make("div", { class: "govuk-button-group" }, close, turn);
  const dialog = make("dialog", { class: "app-help", "aria-labelledby": "shortcuts" }, heading, make("dl", {}, ...rows), state, buttons);
  close.addEventListener("click", () => dialog.close());
  turn.addEventListener("click", () => (remember(!areOn()), show()));
  show();
  document.body.append(dialog);
  return dialog;
}

const isTyping = (element) => element?.closest?.("input, textarea, select, [contenteditable]");
const boxes = [...document.querySelectorAll("textarea[data-autosave]")];
const help = boxes.length ? makeHelp() : null;
for (const box of boxes) new Typing(box);
if (help) {
  const open = make("button", { class: "app-link-button", type: "button" }, "Keyboard shortcuts");
  open.addEventListener("click", () => help.showModal());
  boxes.at(-1).parentElement.append(make("p", { class: "app-saved" }, open));
}

document.addEventListener("input", ({ target: field }) => {
  const read = document.getElementById(field.dataset?.readDay ?? "");
  if (!read) return;
  const found = readDay(`by ${field.value.trim()}`, dayFrom(field));
  read.textContent = found ? `Read as ${inFull(found.day)}.` : "";
});

// From any field of the form that the minute is written in.
function saveAndNext(event) {
  const form = event.target.form;
  if (!form?.querySelector("[data-autosave]")) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("[data-save-and-next]"));
}

document.addEventListener("keydown", (event) => {
  const main = document.querySelector("main");
  if (!help || !areOn() || help.open || event.defaultPrevented || !main.contains(event.target)) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) saveAndNext(event);
  const way = { ArrowUp: "previous", ArrowDown: "next" }[event.key];
  if (way && event.altKey && !event.ctrlKey && !event.target.matches("select")) {
    const link = document.querySelector(`[data-item="${way}"]`);
    event.preventDefault();
    link?.click();
  }
  if (event.key === "?" && !isTyping(event.target)) help.showModal();
});
