/* The kiosk in the browser. What is typed stays in memory, and without the medical answers in this tab's session storage, until it
   is sent or the screen is reset; nothing is kept after that. */
(function () {
  "use strict";
  const doc = document;
  const root = doc.getElementById("kiosk");
  const form = doc.getElementById("kk-form");
  const by = (id) => doc.getElementById("kk-" + id);
  const all = (selector, from) => Array.from((from || doc).querySelectorAll(selector));
  const word = (name, value) => (root.dataset["t" + name[0].toUpperCase() + name.slice(1)] || "").replace("{0}", value).replace("{1}", steps.length);
  const idle = Number(root.dataset.idle);
  const steps = all("[data-step]", form).map((s) => s.dataset.step);
  const KEPT = "k-kiosk";
  const WAITS = [1, 2, 4, 8, 15, 30];
  let step = "welcome", left = idle, pending = null, dirty = false, mark = "";

  /* ── Steps ── */
  function show(name) {
    step = name;
    all("[data-step]").forEach((s) => { s.hidden = s.dataset.step !== name; });
    const at = steps.indexOf(name);
    by("foot").hidden = at < 0;
    by("dots").hidden = at < 0;
    all("i", by("dots")).forEach((dot, i) => dot.classList.toggle("on", i <= at));
    if (at >= 0) by("dots").setAttribute("aria-label", word("step", at + 1));
    by("back").hidden = at < 1;
    by("go").textContent = word(at === steps.length - 1 ? "finish" : "continue");
    by("staff").hidden = name === "sending";
    window.scrollTo(0, 0);
    const head = root.querySelector('[data-step="' + name + '"] h1');
    if (head) head.focus();
  }
  function trouble(text) {
    by("trouble").hidden = !text;
    by("trouble").querySelector("p").textContent = text || "";
  }

  /* ── Reset: nothing of the person stays ── */
  function reset() {
    if (pending) { clearTimeout(pending.timer); pending.dead = true; pending = null; }
    form.reset();
    all("input", form).forEach((i) => { if (i.type === "radio" || i.type === "checkbox") i.checked = false; else i.value = ""; });
    all(".k-err").forEach(clear);
    sessionStorage.removeItem(KEPT);
    dirty = false;
    mark = "";
    left = idle;
    trouble("");
    by("say").textContent = "";
    show("welcome");
  }

  /* ── Without a touch the screen is reset; the countdown is always seen ── */
  function touched() { left = idle; clock(); }
  function clock() {
    by("clock").textContent = word("clears", left);
    by("clock").classList.toggle("is-soon", left <= 10);
  }
  setInterval(() => {
    // An entry that is on its way is neither dropped nor shown to the next one.
    if (step === "welcome" || step === "sending") { left = idle; return; }
    left -= 1;
    clock();
    if (left === 10) by("say").textContent = word("soon");
    if (left <= 0) { if (by("leave").open) by("leave").close(); reset(); }
  }, 1000);
  ["pointerdown", "keydown", "input"].forEach((n) => doc.addEventListener(n, touched, { passive: true }));
  window.addEventListener("pageshow", (e) => { if (e.persisted) reset(); });

  /* ── What was typed survives a reload, medical answers aside ── */
  const fields = () => all("input[name]", form).filter((i) => !i.closest("[data-question]"));
  form.addEventListener("input", (e) => {
    dirty = true;
    const err = e.target.closest(".k-field,.k-kiosk-q");
    if (err) all(".k-err", err).forEach(clear);
    keep();
  });
  function keep() {
    const values = fields().map((i) => [i.name, i.type === "checkbox" ? i.checked : i.value]);
    sessionStorage.setItem(KEPT, JSON.stringify({ at: Date.now(), step: step, values: values, mark: mark }));
  }
  function restore() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
    if (!kept || Date.now() - kept.at > idle * 1000) { sessionStorage.removeItem(KEPT); return; }
    kept.values.forEach(([name, value]) => {
      const input = form.elements[name];
      if (input && input.type === "checkbox") input.checked = value === true; else if (input) input.value = value;
    });
    dirty = true;
    mark = kept.mark || "";
    show(steps.includes(kept.step) ? kept.step : steps[0]);
  }

  /* ── Errors stand under their field ── */
  function clear(err) {
    err.hidden = true;
    err.textContent = "";
    const input = err.parentElement.querySelector("input");
    if (input) { input.removeAttribute("aria-invalid"); if (input.getAttribute("aria-describedby") === err.id) input.removeAttribute("aria-describedby"); }
  }
  function refuse(err, text) {
    const input = err.parentElement.querySelector("input");
    err.textContent = text;
    err.hidden = false;
    if (input) { input.setAttribute("aria-invalid", "true"); if (err.id) input.setAttribute("aria-describedby", err.id); }
    return input;
  }
  const errorOf = (input) => by(input.id.slice(3) + "-e");
  function check(name) {
    const section = root.querySelector('[data-step="' + name + '"]');
    const wrong = [];
    const say = (input, text) => wrong.push(refuse(errorOf(input), text));
    all(".k-err", section).forEach(clear);
    if (name === "you") {
      [by("firstName"), by("lastName")].forEach((i) => { if (!i.value.trim()) say(i, word("required")); });
      if (!by("email").value.trim() && !by("phone").value.trim()) say(by("email"), word("reach"));
      else if (!by("email").validity.valid) say(by("email"), word("email"));
      if (by("smsOptIn").checked && !by("phone").value.trim()) say(by("phone"), word("consent"));
    }
    all("[data-question][data-required=true]", section).forEach((q) => {
      const text = q.querySelector("[data-text]"), radios = all("[type=radio]", q);
      const missing = radios.length ? !radios.some((r) => r.checked) : !text.value.trim();
      if (missing) wrong.push(refuse(q.querySelector(".k-err"), word("answer")));
    });
    if (wrong.length) wrong[0].focus();
    return wrong.length === 0;
  }

  /* ── Sending: until it is taken, with one key, so that it is taken once ── */
  function body() {
    const entry = { address: {} };
    fields().forEach((i) => {
      const value = i.type === "checkbox" ? i.checked : i.value.trim();
      if (value === "") return;
      if (i.name.startsWith("address.")) entry.address[i.name.slice(8)] = value; else entry[i.name] = value;
    });
    const questions = all("[data-question]", form);
    if (questions.length) {
      entry.medicalConditions = questions.map((q) => {
        const chosen = q.querySelector("[type=radio]:checked"), text = q.querySelector("[data-text]");
        return { condition: q.dataset.question, answer: chosen ? chosen.value : null, text: text ? text.value.trim() : "", radios: !!q.querySelector("[type=radio]") };
      }).filter((a) => (a.radios ? a.answer : a.text)).map((a) => ({ condition: a.condition, answer: a.answer, text: a.text }));
    }
    return JSON.stringify(entry);
  }
  function key() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
  }
  function again(job, seconds, text) {
    by("sending").textContent = text;
    job.timer = setTimeout(() => send(job), seconds * 1000);
  }
  async function post(url, text, headers) {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), 20000);
    try {
      return await fetch(url, { method: "POST", body: text, signal: stop.signal, cache: "no-store", headers: Object.assign({ "Content-Type": "application/json", "X-Kontor-Kiosk": "true", "Accept-Language": document.documentElement.lang }, headers) });
    } finally { clearTimeout(late); }
  }
  async function send(job) {
    let answer;
    try { answer = await post(root.dataset.send, job.body, { "Idempotency-Key": job.key }); }
    catch (e) { answer = null; }
    if (job.dead) return;
    const pause = WAITS[Math.min(job.tries++, WAITS.length - 1)];
    if (!answer) { again(job, pause, word("offline")); return; }
    if (answer.ok) { pending = null; reset(); show("done"); return; }
    if (answer.status === 429) { again(job, Number(answer.headers.get("Retry-After")) || 30, word("busy")); return; }
    if (answer.status >= 500 || answer.status === 409) { again(job, pause, word("busy")); return; }
    const problem = await answer.json().catch(() => ({ errors: [] }));
    /* Something else was sent with it before the reload: this is an entry of its own, and staff finds both. */
    if ((problem.errors || []).some((e) => e.code === "IDEMPOTENCY_KEY_REUSED")) { mark = job.key = key(); keep(); again(job, pause, word("busy")); return; }
    pending = null;
    mark = "";
    if (answer.status === 401 || answer.status === 403) { show(steps[steps.length - 1]); trouble(word("ended")); return; }
    refused(problem);
  }
  function refused(problem) {
    const first = [], rest = [];
    (problem.errors || []).forEach((e) => {
      const medical = /^medicalConditions\[(\d+)\]/.exec(e.field);
      const input = medical ? null : by(e.field.replace(/^address\./, "").replace(/\[.*/, ""));
      const err = input && errorOf(input);
      if (err) first.push(refuse(err, e.message)); else rest.push(e.message);
    });
    const shown = first[0] && first[0].closest("[data-step]").dataset.step;
    show(shown || steps[steps.length - 1]);
    trouble(rest.join(" ") || (first.length ? "" : word("fault")));
    if (first[0]) first[0].focus();
  }
  window.addEventListener("online", () => { if (pending) { clearTimeout(pending.timer); send(pending); } });

  /* ── Buttons ── */
  by("start").addEventListener("click", () => show(steps[0]));
  by("next").addEventListener("click", reset);
  by("over").addEventListener("click", reset);
  by("back").addEventListener("click", () => show(steps[steps.indexOf(step) - 1]));
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    trouble("");
    if (!steps.includes(step) || !check(step)) return;
    const next = steps[steps.indexOf(step) + 1];
    if (next) { show(next); keep(); return; }
    /* A reload while it is sent keeps its key, so that the same entry, typed again, is taken once. */
    mark = mark || key();
    keep();
    pending = { body: body(), key: mark, tries: 0, timer: 0, dead: false };
    by("sending").textContent = word("sending");
    show("sending");
    send(pending);
  });

  /* ── Staff leaves by the passcode ── */
  const leave = by("leave");
  by("staff").addEventListener("click", () => { by("passcode").value = ""; clear(by("passcode-e")); leave.showModal(); by("passcode").focus(); });
  by("stay").addEventListener("click", () => leave.close());
  leave.addEventListener("close", () => { by("passcode").value = ""; });
  by("leave-f").addEventListener("submit", async (e) => {
    e.preventDefault();
    const answer = await post(root.dataset.leave, JSON.stringify({ passcode: by("passcode").value }), {}).catch(() => null);
    if (answer && (answer.ok || answer.status === 401)) { reset(); await forget().catch(() => {}); location.replace(root.dataset.out); return; }
    const problem = answer ? await answer.json().catch(() => ({})) : {};
    refuse(by("passcode-e"), answer ? ((problem.errors || [])[0] || {}).message || problem.detail || word("fault") : word("noleave"));
    by("passcode").select();
  });
  window.addEventListener("beforeunload", (e) => { if (dirty || pending) e.preventDefault(); });

  /* ── The page is kept on the device, so that it can be loaded again without a network ── */
  const worker = navigator.serviceWorker;
  if (worker && root.dataset.worker) {
    worker.addEventListener("message", (e) => { if (e.data && e.data.kept) root.dataset.kept = "true"; });
    worker.register(root.dataset.worker, { scope: location.pathname }).then(() => worker.ready).then((ready) => {
      ready.active.postMessage({ keep: all("link[rel=stylesheet], link[rel=icon]").map((l) => l.href).concat(all("script[src]").map((s) => s.src)) });
    }).catch(() => { /* Without https there is none; all else works. */ });
  }
  async function forget() {
    if (!worker) return;
    await caches.delete("k-kiosk");
    const mine = await worker.getRegistration(location.pathname);
    if (mine) await mine.unregister();
  }

  restore();
  if (step === "welcome") reset();
  clock();
})();
