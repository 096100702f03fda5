// Saves every text area with data-autosave as it is typed. Without this file the form round it saves the same words.
// What is not saved stays in the memory of the page alone: nothing typed is ever put into the storage of a browser.

const STILL = 5000; // saved so long after the last key,
const LONGEST = 9000; // and so long after the first, however busily somebody types
const PATIENCE = 15000; // for an answer
const FIRST_TRY = 2000;
const LAST_TRY = 30000;
const LOOK = 20000; // who else is writing, is the session back
const VERSION = "[data-version-field], input[type=hidden][name$=version]"; // what the plain form sends
const TELL = 5 * 60000; // those who hear the page are told that all is saved this often, and of every failure

let token = document.querySelector("input[name=csrf_token]")?.value ?? "";
let who = "";

function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

async function ask(address, said) {
  const headers = { Accept: "application/json" };
  if (said) Object.assign(headers, { "Content-Type": "application/json", "X-CSRFToken": token });
  const body = said && JSON.stringify(said);
  const keepalive = Boolean(body) && body.length < 20000; // a browser carries no more than 64 KB past the page
  const method = said ? "POST" : "GET";
  const options = { method, headers, body, keepalive, cache: "no-store", redirect: "error" };
  const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE) });
  return { status: answer.status, ...(await answer.json()) };
}

function takeToken(fresh) {
  token = fresh;
  for (const field of document.querySelectorAll("input[name=csrf_token]")) field.value = fresh;
}

// What stands under the text areas of a minute: what is saved, what is not, who else is writing, what clashed.
class Panel {
  constructor(box) {
    this.line = make("p", { class: "app-saved" });
    this.clash = make("p", { class: "app-clash", hidden: "" });
    this.others = make("p", { class: "app-saved app-quiet" });
    this.heard = make("p", { class: "govuk-visually-hidden", role: "status" });
    this.toldAt = Date.now();
    box.after(make("div", { class: "app-saving" }, this.line, this.clash, this.others, this.heard));
  }

  say(words, { isLate = false, button = null, short = "Every word" } = {}) {
    this.line.classList.toggle("app-late", isLate);
    // What says the same already stays: a link that is being pressed must not go from under the pointer.
    const said = words + (button ? ` ${button.tagName} ${button.textContent}` : "");
    if (this.said !== said) this.line.replaceChildren(words, ...(button ? [" ", button] : []));
    this.said = said;
    for (const elsewhere of short || isLate ? document.querySelectorAll("[data-saved]") : []) {
      elsewhere.textContent = isLate ? "Not saved" : short;
      elsewhere.classList.toggle("app-late", isLate);
    }
  }

  tell(words) {
    this.heard.textContent = words;
    this.toldAt = Date.now();
  }

  showOthers(others) {
    const said = others.map((other) => `${other.name} is editing this minute too (since ${other.since}).`).join(" ");
    if (this.others.textContent !== said) this.others.textContent = said;
  }

  showClashes(clashes) {
    const [clash] = clashes.filter((each) => each.is_yours).concat(clashes);
    this.clash.hidden = !clash;
    if (!clash) return;
    const said = clash.is_yours
      ? `${clash.other === who ? "Another page" : clash.other} saved this minute while you wrote. Both texts are kept.`
      : `What ${clash.by} wrote at the same time is kept beside this minute.`;
    const link = make("a", { class: "govuk-link", href: clash.address }, "Put them together");
    if (this.clash.dataset.said !== said + clash.address) this.clash.replaceChildren(said, " ", link);
    this.clash.dataset.said = said + clash.address;
  }
}

class Minute {
  constructor(address, boxes) {
    this.address = address;
    this.boxes = boxes;
    this.version = Number(boxes[0].dataset.version);
    this.saved = Object.fromEntries(boxes.map((box) => [box.dataset.field, box.defaultValue]));
    this.panel = new Panel(boxes.at(-1));
    this.clashes = [];
    this.sent = null; // words whose answer never came: they may be saved or not
    this.at = "";
    this.trouble = "";
    this.tries = 0;
    // A browser that brought old words back into the box did not read what was saved since: let them clash.
    if (this.isUnsaved()) this.version = 0;
    for (const box of boxes) this.listenTo(box);
    this.say();
    if (this.isUnsaved()) this.soon();
    setInterval(() => this.look(), LOOK);
    this.look();
  }

  listenTo(box) {
    box.autocomplete = "off";
    box.addEventListener("input", () => this.typed());
    box.addEventListener("blur", () => this.save());
    box.addEventListener("focus", () => this.look());
    box.addEventListener("save", (event) => event.detail?.waits.push(this.save()));
  }

  words() {
    return Object.fromEntries(this.boxes.map((box) => [box.dataset.field, box.value]));
  }

  isUnsaved() {
    return this.boxes.some((box) => box.value !== this.saved[box.dataset.field]);
  }

  typed() {
    if (!this.isUnsaved()) return;
    this.firstKey ??= Date.now();
    this.say();
    if (!this.trouble || this.isRefused) this.soon();
  }

  soon() {
    clearTimeout(this.timer);
    this.firstKey ??= Date.now();
    this.timer = setTimeout(() => this.save(), Math.max(0, Math.min(STILL, this.firstKey + LONGEST - Date.now())));
  }

  // Save until nothing is unsaved, one request after the other. The promise says whether all is saved.
  save() {
    clearTimeout(this.timer);
    if (!this.isUnsaved() && !this.sent) return this.saving ?? Promise.resolve(true);
    if (this.isSomebodyElse) return Promise.resolve(false);
    this.saving ??= this.saveAll().finally(() => (this.saving = null));
    return this.saving;
  }

  async saveAll() {
    while (this.isUnsaved() || this.sent) {
      this.firstKey = null;
      // What may have been saved already is sent again first, word for word: then it is not saved twice.
      const words = (this.sent ??= this.words());
      const answer = await ask(this.address, { words, based_on: this.version }).catch(() => null);
      if (!answer || answer.status >= 500) return this.failed(answer);
      this.sent = null;
      if (answer.status !== 200 && !answer.version) return this.refused(answer);
      this.keep(words, answer);
    }
    return true;
  }

  keep(words, answer) {
    const wasInTrouble = this.trouble;
    this.saved = words;
    this.clashes = [...answer.clashes, ...this.clashes.filter((clash) => !clash.is_yours)];
    this.setVersion(answer.version);
    Object.assign(this, { at: answer.at, trouble: "", tries: 0, isRefused: false });
    this.say();
    this.panel.showClashes(this.clashes);
    if (answer.clashes.length) this.panel.tell(this.panel.clash.textContent);
    else if (wasInTrouble || Date.now() - this.panel.toldAt > TELL) this.panel.tell(`Saved at ${answer.at}.`);
  }

  setVersion(version) {
    this.version = version;
    for (const box of this.boxes) {
      box.dataset.version = version;
      for (const field of box.form?.querySelectorAll(VERSION) ?? []) field.value = version;
    }
  }

  failed(answer) {
    const wait = Math.min(LAST_TRY, FIRST_TRY * 2 ** this.tries++);
    this.inTrouble(answer?.sentence ?? "There is no connection. Your words are kept on this page: do not close it.", "Try now");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.retry(), wait);
    return false;
  }

  retry() {
    return this.isUnsaved() || this.sent ? this.save() : this.look();
  }

  async refused(answer) {
    if (answer.why === "token" && !this.isRenewing) {
      this.isRenewing = true;
      await this.look();
      const isSaved = !this.trouble && (await this.saveAll());
      this.isRenewing = false;
      return isSaved;
    }
    this.isSignedOut = answer.status === 401;
    this.isRefused = !this.isSignedOut;
    this.inTrouble(answer.sentence, answer.status === 401 ? "Sign in in a new tab" : "Try again");
    return false;
  }

  inTrouble(sentence, button) {
    const isNew = this.trouble !== sentence;
    this.trouble = sentence;
    this.button = button;
    this.say();
    if (isNew) this.panel.tell(`Not saved. ${sentence}`);
  }

  say() {
    if (this.trouble) return this.panel.say(this.unsaved() + this.trouble, { isLate: true, button: this.way() });
    const saved = this.at ? `Saved at ${this.at}` : "";
    if (this.isUnsaved()) return this.panel.say(saved ? `${saved}. Saving what you typed since…` : "Saving…", { short: "Saving…" });
    if (!saved) return this.panel.say("Saved as you type.", { short: "" });
    return this.panel.say(saved, { short: `${this.at}, every word` });
  }

  // Say how much is not saved, and where it begins.
  unsaved() {
    const parts = this.boxes.map((box) => difference(this.saved[box.dataset.field], box.value));
    const words = parts.flatMap((part) => part.split(/\s+/).filter(Boolean));
    if (!this.isUnsaved()) return "";
    if (!words.length) return "Not saved: what you took out. ";
    const start = words.slice(0, 6).join(" ") + (words.length > 6 ? " …" : "");
    return `Not saved: ${words.length === 1 ? "1 word" : `${words.length.toLocaleString("en-GB")} words`}, “${start}”. `;
  }

  way() {
    if (this.isSignedOut) return make("a", { class: "govuk-link", href: "/sign-in", target: "_blank" }, this.button);
    const button = make("button", { class: "app-link-button", type: "button" }, this.button);
    button.addEventListener("click", () => this.again());
    return button;
  }

  again() {
    if (this.isSomebodyElse) [who, this.isSomebodyElse, this.trouble] = [this.isSomebodyElse, "", ""];
    return this.retry();
  }

  // Look who else is writing, whether somebody saved newer words, and whether a session that was over is back.
  async look() {
    if (document.hidden || this.saving && !this.isRenewing) return;
    const shown = this.version;
    const answer = await ask(this.address).catch(() => null);
    if (answer?.status !== 200) return this.unseen(answer);
    takeToken(answer.token);
    this.panel.showOthers(answer.others);
    if (!this.saving && this.version === shown) this.panel.showClashes((this.clashes = answer.clashes));
    if (this.isSomebody(answer.who)) return;
    if (this.trouble && !this.isRefused) {
      Object.assign(this, { trouble: "", isSignedOut: false });
      this.say();
      if (!this.isRenewing) await this.save();
    }
    if (!this.saving && this.version === shown) this.readNewer(answer); // not what was newest before a save of ours
  }

  unseen(answer) {
    if (answer?.status !== 401 || this.isSignedOut) return;
    this.isSignedOut = true;
    this.inTrouble(answer.sentence, "Sign in in a new tab");
  }

  // Words of one person are not saved in the name of another who signed in since.
  isSomebody(name) {
    who ||= name;
    if (who === name) return false;
    this.isSomebodyElse = name;
    this.isSignedOut = false;
    this.inTrouble(`You are signed in as ${name} now; ${who} typed this.`, `Save it as ${name}`);
    return true;
  }

  // Show what somebody else saved, where nothing is typed on top of it here.
  readNewer(answer) {
    const waits = this.clashes.some((clash) => clash.is_yours);
    if (answer.version === this.version || this.isUnsaved() || this.sent || waits) return;
    if (this.boxes.includes(document.activeElement)) return this.offerNewer();
    for (const box of this.boxes) box.value = answer.words[box.dataset.field] ?? "";
    this.saved = this.words();
    this.setVersion(answer.version);
    this.panel.say("The newest words are shown.");
  }

  offerNewer() {
    const button = make("button", { class: "app-link-button", type: "button" }, "Show the newest words");
    button.addEventListener("click", () => (button.blur(), this.look()));
    this.panel.say("Somebody else saved newer words.", { button });
  }
}

function difference(before, after) {
  if (before === after) return "";
  let start = 0;
  while (start < after.length && after[start] === before[start]) start++;
  let end = 0;
  while (end < after.length - start && end < before.length - start && after.at(-1 - end) === before.at(-1 - end)) end++;
  if (/\S/.test(after[start] ?? "")) while (start && /\S/.test(after[start - 1])) start--;
  return after.slice(start, after.length - end);
}

const boxes = [...document.querySelectorAll("textarea[data-autosave]")];
const addresses = [...new Set(boxes.map((box) => box.dataset.autosave))];
const boxesOf = (address) => boxes.filter((box) => box.dataset.autosave === address);
const minutes = addresses.map((address) => new Minute(address, boxesOf(address)));

const unsaved = () => minutes.filter((minute) => minute.isUnsaved() || minute.sent);
const saveAll = async () => (await Promise.all(minutes.map((minute) => minute.save()))).every(Boolean);

// The other fields of a minute's form are saved when it is sent; before that the browser asks whether to leave them.
const forms = [...new Set(boxes.map((box) => box.form).filter(Boolean))];
const isWritten = (field) => field.matches("textarea, input[type=text]") && !boxes.includes(field);
const holdsMore = (form) => [...form.elements].some((field) => isWritten(field) && field.value.trim() !== field.defaultValue.trim());
let isSending = false;
let isReached = false;
let isAsking = false;

// Leaving by a form or a link of this page: everything is saved first. Where it cannot be, the browser asks.
async function saveThen(event, go) {
  if (event.defaultPrevented || !unsaved().length || unsaved().some((minute) => minute.trouble)) return;
  event.preventDefault();
  if (await saveAll()) go();
}

async function reaches(address) {
  const options = { headers: { Accept: "application/json" }, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) };
  const answer = await fetch(address, options).catch(() => null);
  return answer !== null && answer.status < 500;
}

// A form that is sent into a dead network takes its page away, and every word on it: it stays until the server answers.
async function sendOnceReached(form, submitter) {
  if (isAsking) return;
  isAsking = true;
  const of = minutes.filter((minute) => minute.boxes.some((box) => box.form === form));
  await saveAll();
  isReached = await reaches(of[0].address);
  isAsking = false;
  if (isReached) form.requestSubmit(submitter);
  else for (const minute of of) minute.failed(null);
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (!forms.includes(form)) return saveThen(event, () => form.requestSubmit(submitter));
  if (event.defaultPrevented) return;
  isSending = isReached;
  if (isReached) return void (isReached = false);
  event.preventDefault();
  sendOnceReached(form, submitter);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || link.target || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.origin === location.origin && link.getAttribute("href")[0] !== "#") saveThen(event, () => link.click());
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved().length || (!isSending && forms.some(holdsMore))) event.preventDefault();
});
window.addEventListener("pagehide", () => saveAll());
window.addEventListener("online", () => saveAll());
document.addEventListener("visibilitychange", () => {
  if (document.hidden) saveAll();
  else for (const minute of minutes) minute.look();
});
