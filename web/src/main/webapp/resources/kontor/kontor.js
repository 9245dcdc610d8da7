/* What the pages do in the browser. No inline handlers anywhere: everything is wired here, by data-k-* attributes. */
(function () {
  "use strict";
  const doc = document;
  const $ = (selector, root) => (root || doc).querySelector(selector);
  const all = (selector, root) => Array.from((root || doc).querySelectorAll(selector));
  const cookie = (name, value) => {
    doc.cookie = name + "=" + value + ";path=/;max-age=31536000;samesite=lax" + (location.protocol === "https:" ? ";secure" : "");
  };
  /* What the reader prefers on every device is stored with the user. A failure costs nothing: this page shows it already. */
  const prefer = (choice) => {
    const token = $("meta[name=csrf-token]");
    if (token) fetch(base() + "/api/v1/users/me/preferences", { method: "PATCH", keepalive: true, body: JSON.stringify(choice), headers: { "Content-Type": "application/merge-patch+json", "X-CSRF-Token": token.content } }).catch(() => {});
  };
  const typing = (el) => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));

  /* ── Menus: a details element that closes by Esc and by a click elsewhere; arrows go along the entries of one that is no form ── */
  doc.addEventListener("click", (e) => all("details.k-pop[open]").forEach((d) => { if (!d.contains(e.target)) d.open = false; }));
  doc.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    const open = $("details.k-pop[open]");
    if (open) { open.open = false; $("summary", open).focus(); }
  });
  doc.addEventListener("keydown", (e) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: 0, End: 0 }[e.key], pop = e.target.closest("details[data-k-arrows][open]");
    if (step === undefined || !pop || typing(e.target) || e.ctrlKey || e.altKey || e.metaKey) return;
    const items = all(".k-menu a[href],.k-menu button:not([disabled])", pop).filter((i) => i.offsetParent);
    if (!items.length) return;
    e.preventDefault();
    const at = items.indexOf(e.target);
    const to = e.key === "Home" ? 0 : e.key === "End" ? items.length - 1 : at < 0 ? (step > 0 ? 0 : items.length - 1) : (at + step + items.length) % items.length;
    items[to].focus();
  });

  /* ── Scheme, density, columns: the server writes the page right the next time ── */
  doc.addEventListener("click", (e) => {
    const theme = e.target.closest("[data-k-theme]");
    if (theme) {
      doc.documentElement.dataset.theme = theme.dataset.kTheme;
      cookie("k-theme", theme.dataset.kTheme);
      prefer({ theme: theme.dataset.kTheme.toUpperCase() });
      all("[data-k-theme]").forEach((b) => b.setAttribute("aria-pressed", String(b === theme)));
    }
    const density = e.target.closest("[data-k-density]");
    if (density) {
      all(".k-list").forEach((t) => t.classList.toggle("k-roomy", density.dataset.kDensity === "roomy"));
      cookie("k-density", density.dataset.kDensity);
      all("[data-k-density]").forEach((b) => b.setAttribute("aria-pressed", String(b === density)));
    }
    if (e.target.closest("[data-k-columns-reset]")) {
      const menu = $("[data-k-columns]");
      const first = menu.dataset.kColumns.split(".");
      all("input", menu).forEach((i) => { i.checked = first.includes(i.value); });
      columnsChosen(menu);
    }
    const copy = e.target.closest("[data-k-copy]");
    if (copy) {
      const from = $("#" + copy.dataset.kCopy);
      /* Without https there is no clipboard: what is chosen is copied by hand. */
      if (from.select) from.select();
      if (navigator.clipboard) navigator.clipboard.writeText(from.value || from.textContent).then(() => { copy.textContent = copy.dataset.kCopied; });
    }
    const dialog = e.target.closest("[data-k-dialog]");
    if (dialog) { all("details.k-pop[open]").forEach((d) => { d.open = false; }); $("#" + dialog.dataset.kDialog).showModal(); }
    const close = e.target.closest("[data-k-close]");
    if (close) { asked = null; close.closest("dialog").close(); }
    if (e.target.closest("[data-k-nav]")) PF("narrowNav").show();
  });
  function columnsChosen(menu) {
    const boxes = all("input", menu);
    $("[data-hide]").dataset.hide = boxes.filter((b) => !b.checked).map((b) => b.value).join(" ");
    cookie("k-columns", boxes.filter((b) => b.checked).map((b) => b.value).join("."));
  }
  const columnMenu = $("[data-k-columns]");
  if (columnMenu) {
    const hidden = ($("[data-hide]").dataset.hide || "").split(" ");
    all("input", columnMenu).forEach((i) => { i.checked = !hidden.includes(i.value); });
    columnMenu.addEventListener("change", () => columnsChosen(columnMenu));
  }

  /* ── A question before an action that has consequences: its text stands in data-k-ask ── */
  let asked = null;
  doc.addEventListener("click", (e) => {
    const action = e.target.closest("[data-k-ask]");
    const dialog = $("#k-ask");
    if (action && action !== asked && dialog) {
      e.preventDefault();
      e.stopImmediatePropagation();
      asked = action;
      $("#k-ask-h").textContent = $("[data-k-ask-yes]").textContent = action.textContent.trim();
      $("#k-ask-d").textContent = action.dataset.kAsk;
      dialog.showModal();
    } else if (e.target.closest("[data-k-ask-yes]")) {
      dialog.close();
      asked.click();
      asked = null;
    }
  }, true);
  const ask = $("#k-ask");
  if (ask) ask.addEventListener("cancel", () => { asked = null; });

  /* ── Keys. Single ones are off inside inputs, and can be switched off for good ── */
  const singleKeys = $("#k-single-keys");
  const keysOn = () => localStorage.getItem("k-keys") !== "off";
  if (singleKeys) {
    singleKeys.checked = keysOn();
    singleKeys.addEventListener("change", () => localStorage.setItem("k-keys", singleKeys.checked ? "on" : "off"));
  }
  let lead = 0;
  doc.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && !e.altKey && e.key.toLowerCase() === "s") {
      const save = $("[data-k-guard] .k-save");
      if (save) { e.preventDefault(); doc.activeElement.blur(); setTimeout(() => save.click(), 0); }
      return;
    }
    const open = $("dialog[open]");
    if ((e.ctrlKey || e.metaKey) && !e.altKey && e.key === "Enter" && open) {
      /* A dialog that asks for a choice has no answer that is meant by itself. */
      const answers = all(".k-dialog-f button:not([data-k-close])", open);
      if (answers.length === 1) { e.preventDefault(); doc.activeElement.blur(); setTimeout(() => answers[0].click(), 0); }
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || !keysOn() || typing(e.target) || open) return;
    const go = (path) => { e.preventDefault(); leave(base() + path); };
    if (Date.now() - lead < 1200) {
      lead = 0;
      if (e.key === "c") return go("/customers.xhtml");
      if (e.key === "i") return go("/imports.xhtml");
      if (e.key === "d" && $('.k-nav a[href$="/dashboard.xhtml"]')) return go("/dashboard.xhtml");
    }
    if (e.key === "g") { lead = Date.now(); return; }
    if (e.key === "/") { const q = $("#k-q"); if (q) { e.preventDefault(); q.focus(); q.select(); } return; }
    if (e.key === "?") { const d = $("#k-keys"); if (d) { e.preventDefault(); d.showModal(); } return; }
    if (/^[a-z.]$/.test(e.key)) {
      const target = $('[data-k-key="' + e.key + '"]');
      if (target) { e.preventDefault(); target.click(); const note = doc.getElementById("note:text"); if (e.key === "n" && note) note.focus(); }
    }
  });
  const base = () => (($("[data-k-search]") || { dataset: { kSearch: "/suggest.xhtml" } }).dataset.kSearch).replace(/\/suggest\.xhtml$/, "");

  /* ── Rows that are chosen: by mouse (with Shift a range), by Space, by j, k and x. They stay chosen on other pages of the list ── */
  const bar = $("[data-k-chosen]");
  if (bar) {
    const most = 1000, chosen = new Set();
    let last = null;
    const boxes = () => all("[data-k-row]");
    const show = () => {
      boxes().forEach((b) => { b.checked = chosen.has(b.value); b.closest("tr").classList.toggle("is-chosen", b.checked); });
      const head = $("[data-k-row-all]"), on = boxes().filter((b) => b.checked).length;
      if (head) { head.checked = on > 0 && on === boxes().length; head.indeterminate = on > 0 && on < boxes().length; }
      bar.hidden = chosen.size === 0;
      const text = chosen.size === 1 ? bar.dataset.kOne : (chosen.size < most ? bar.dataset.kMany : bar.dataset.kMost).replace("%n", chosen.size.toLocaleString(doc.documentElement.lang));
      if (chosen.size) $("[data-k-chosen-count]", bar).textContent = text;
      all("[data-k-chosen-go]", bar).forEach((a) => { a.href = a.dataset.kChosenGo + Array.from(chosen).join(","); });
      all("[data-k-chosen-one]", bar).forEach((a) => { a.hidden = chosen.size !== 1; });
    };
    const set = (box, on) => { if (!on) chosen.delete(box.value); else if (chosen.size < most) chosen.add(box.value); };
    doc.addEventListener("click", (e) => {
      const box = e.target.closest("[data-k-row], [data-k-row-all]");
      if (box && box.matches("[data-k-row-all]")) boxes().forEach((b) => set(b, box.checked));
      else if (box) {
        const list = boxes(), from = list.findIndex((b) => b.value === last), to = list.indexOf(box);
        if (e.shiftKey && from >= 0) list.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((b) => set(b, box.checked)); else set(box, box.checked);
        last = box.value;
      } else if (e.target.closest("[data-k-choose-none]")) { chosen.clear(); (boxes()[0] || doc.body).focus(); } else return;
      show();
    });
    doc.addEventListener("keydown", (e) => {
      const at = e.target.closest("[data-k-row]");
      if (e.ctrlKey || e.metaKey || e.altKey || !keysOn() || $("dialog[open]") || (typing(e.target) && !at) || !/^[jkx]$/.test(e.key)) return;
      const list = boxes(), index = list.indexOf(at);
      if (e.key === "x") { if (at) at.click(); return; }
      const next = list[at ? index + (e.key === "j" ? 1 : -1) : 0];
      if (next) { e.preventDefault(); next.focus(); next.scrollIntoView({ block: "nearest" }); }
    });
    new MutationObserver(show).observe($(".k-list").parentNode, { childList: true, subtree: true });
    show();
  }

  /* ── Search with suggestions: a combobox over a piece of page that the server writes ── */
  const search = $("[data-k-search]");
  if (search) {
    const input = $("#k-q"), list = $("#k-suggest"), status = $("#k-suggest-status");
    let timer = 0, asked = "", active = -1, request = null;
    const options = () => all("[role=option]", list);
    const show = (open) => { search.classList.toggle("is-open", open); input.setAttribute("aria-expanded", String(open)); if (!open) mark(-1); };
    const mark = (index) => {
      active = index;
      options().forEach((o, i) => { o.classList.toggle("is-active", i === index); o.setAttribute("aria-selected", String(i === index)); });
      if (index >= 0) input.setAttribute("aria-activedescendant", options()[index].id); else input.removeAttribute("aria-activedescendant");
    };
    const ask = () => {
      const text = input.value.trim();
      if (text.length < 2) { asked = ""; show(false); return; }
      if (text === asked) { show(true); return; }
      if (request) request.abort();
      request = new AbortController();
      fetch(search.dataset.kSearch + "?q=" + encodeURIComponent(text), { signal: request.signal, headers: { "X-Requested-With": "fetch" } })
        .then((r) => (r.ok && !r.redirected ? r.text() : Promise.reject(r)))
        .then((html) => {
          asked = text;
          list.innerHTML = html;
          status.textContent = String(options().length);
          mark(-1);
          if (doc.activeElement === input) show(true);
        })
        .catch(() => undefined);
    };
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 200); });
    input.addEventListener("focus", () => { if (asked) show(true); });
    input.addEventListener("keydown", (e) => {
      const count = options().length;
      if (e.key === "Escape") { if (search.classList.contains("is-open")) { e.preventDefault(); show(false); } else input.blur(); }
      else if (e.key === "ArrowDown" && count) { e.preventDefault(); show(true); mark((active + 1) % count); }
      else if (e.key === "ArrowUp" && count) { e.preventDefault(); show(true); mark(active <= 0 ? count - 1 : active - 1); }
      else if (e.key === "Enter" && active >= 0) { e.preventDefault(); leave(options()[active].href); }
    });
    search.addEventListener("focusout", (e) => { if (!search.contains(e.relatedTarget)) setTimeout(() => show(false), 150); });
  }

  /* ── Forms: nothing typed is lost ── */
  const guarded = () => $("[data-k-guard]");
  const draftKey = () => "k-draft:" + location.pathname + location.search;
  let dirty = false, leaving = false;
  function setDirty(value) {
    dirty = value;
    all("[data-k-dirty]").forEach((el) => { el.hidden = !value; });
    if (!value) sessionStorage.removeItem(draftKey());
  }
  let restoring = false;
  const entered = (i) => i.type === "checkbox" || i.type === "radio" ? i.value + "\u0000" + i.checked
    : i.multiple ? Array.from(i.options, (o) => o.value) : i.value;
  function keep() {
    const form = guarded();
    if (!form || !dirty || restoring) return;
    const values = all("input[name],textarea[name],select[name]", form)
      .filter((i) => !/^(hidden|password|file|submit)$/.test(i.type) && !i.name.startsWith("jakarta."))
      .map((i) => [i.name, entered(i)]);
    sessionStorage.setItem(draftKey(), JSON.stringify(values));
  }
  /* Puts values back; answers whether any was another, and the fields among them that decide which fields there are. */
  function put(form, values) {
    const deciding = [];
    let any = false;
    values.forEach(([name, value]) => {
      all("input,textarea,select", form).filter((i) => i.name === name).forEach((i) => {
        if (i.type === "radio") {
          const [own, on] = value.split("\u0000");
          if (own === i.value && on === "true" && !i.checked) { deciding.push(i); any = true; }
        } else if (i.type === "checkbox") {
          const [own, on] = value.split("\u0000");
          if (own === i.value && String(i.checked) !== on) { i.checked = on === "true"; any = true; }
        } else if (i.multiple) {
          const list = window.PrimeFaces && window.PrimeFaces.getWidgetById(name.replace(/_hinput$/, ""));
          const missing = list && list.addItem ? value.filter((v) => !entered(i).includes(v)) : [];
          missing.forEach((v) => { list.addItem(v); any = true; });
        } else if (i.value !== value) {
          i.value = value;
          if (i.dataset.ajax === "true") deciding.push(i);
          any = true;
        }
      });
    });
    return { any, deciding };
  }
  function restore() {
    const form = guarded(), kept = form && sessionStorage.getItem(draftKey());
    if (!kept) return;
    const values = JSON.parse(kept);
    restoring = true;
    const { any, deciding } = put(form, values);
    const over = () => { restoring = false; if (any) { setDirty(true); keep(); $("#k-restored").hidden = false; } };
    if (!deciding.length || !window.jQuery) { over(); return; }
    const queue = window.PrimeFaces.ajax.Queue;
    const answered = () => setTimeout(() => {
      if (!queue.isEmpty()) return;
      window.jQuery(doc).off("pfAjaxComplete", answered);
      put(guarded(), values);
      over();
    });
    window.jQuery(doc).on("pfAjaxComplete", answered);
    deciding.forEach((i) => { if (i.type === "radio") i.click(); else window.jQuery(i).trigger("change"); });
    if (queue.isEmpty()) answered();
  }
  doc.addEventListener("input", (e) => { if (e.target.closest("[data-k-guard]")) { setDirty(true); keep(); } });
  doc.addEventListener("change", (e) => { if (e.target.closest("[data-k-guard]")) { setDirty(true); keep(); } });
  window.addEventListener("beforeunload", (e) => { if (dirty && !leaving) { e.preventDefault(); e.returnValue = ""; } });
  let wanted = "";
  function leave(url) {
    if (!dirty || !guarded()) { leaving = true; location.assign(url); return; }
    wanted = url;
    $("#k-guard").showModal();
  }
  doc.addEventListener("click", (e) => {
    const link = e.target.closest("a[href]");
    if (!link || !dirty || e.defaultPrevented || e.button !== 0 || e.ctrlKey || e.metaKey || e.shiftKey || link.target === "_blank") return;
    const url = new URL(link.href, location.href);
    if (!/^https?:$/.test(url.protocol) || (url.pathname === location.pathname && url.search === location.search)) return;
    e.preventDefault();
    leave(link.href);
  });
  doc.addEventListener("click", (e) => {
    const choice = e.target.closest("[data-k-guard-do]");
    if (choice) {
      $("#k-guard").close();
      if (choice.dataset.kGuardDo === "discard") { setDirty(false); leaving = true; location.assign(wanted); }
      if (choice.dataset.kGuardDo === "save") { const save = $("[data-k-guard] .k-save"); if (save) save.click(); }
    }
    if (e.target.closest("[data-k-forget]")) { setDirty(false); leaving = true; location.reload(); }
  });
  doc.addEventListener("submit", (e) => { if (e.target.closest("[data-k-guard]")) leaving = true; });
  doc.addEventListener("click", (e) => {
    const link = e.target.closest(".k-summary a[href^='#']");
    const field = link && doc.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    e.preventDefault();
    const input = typing(field) ? field : $("input:not([type=hidden]),select,textarea", field);
    (input || field).focus();
  });

  /* ── An input that was changed is checked when it is left (k:check). Only the text beside it changes: whoever types on is not disturbed ── */
  const checkable = "[data-k-guard],[data-k-check]", changed = new Set(), left = new Set();
  let pressed = false;
  doc.addEventListener("pointerdown", () => { pressed = true; }, true);
  ["pointerup", "pointercancel"].forEach((n) => doc.addEventListener(n, () => { pressed = false; }, true));
  ["input", "change"].forEach((n) => doc.addEventListener(n, (e) => { if (e.target.id && e.target.closest(checkable)) changed.add(e.target.id); }));
  doc.addEventListener("focusout", (e) => {
    const input = e.target, to = e.relatedTarget;
    setTimeout(() => {
      /* Whoever saves hears everything at once. */
      if (!changed.has(input.id) || doc.activeElement === input || !window.kontorCheck || restoring || (to && to.closest(".k-actionbar,.k-save"))) return;
      changed.delete(input.id);
      left.add(input.id);
      window.kontorCheck();
    });
  });
  function beside(wrong) {
    const form = $(checkable), pattern = $("#k-check");
    if (!form || !pattern) return;
    left.forEach((id) => {
      const input = doc.getElementById(id), field = input && input.closest(".k-field");
      if (!field) { left.delete(id); return; }
      const own = wrong.filter((w) => { const at = doc.getElementById(form.id + ":" + w.field); return at && at.contains(input); });
      let error = $(".k-err", field);
      if (!own.length) { if (error) error.remove(); error = null; } else if (!error) {
        field.append(pattern.content.cloneNode(true));
        error = $(".k-err", field);
        error.id = id + "-check";
      }
      if (error) { const icon = $("svg", error); error.textContent = own.map((w) => w.message).join(" "); if (icon) error.prepend(icon); }
      const said = error || $(".k-hint", field);
      field.classList.toggle("is-wrong", Boolean(error));
      input.classList.toggle("ui-state-error", Boolean(error));
      input.setAttribute("aria-invalid", String(Boolean(error)));
      if (said && said.id) input.setAttribute("aria-describedby", said.id); else input.removeAttribute("aria-describedby");
    });
  }

  /* ── What the server's answers need ── */
  window.Kontor = {
    /* A form was submitted: show what is to be corrected, or forget the draft. */
    saved(xhr, status, args) {
      if (args && args.saved) { setDirty(false); return; }
      const dialog = $("dialog.k-conflict");
      if (dialog && args && args.conflict) { dialog.showModal(); return; }
      const summary = $(".k-summary") || $("#k-alike") || $(".k-messages .k-banner-error");
      if (summary) { summary.setAttribute("tabindex", "-1"); summary.focus(); }
      all("[data-k-dirty]").forEach((el) => { el.hidden = !dirty; });
    },
    /* Inputs that were left were checked. Nothing moves under a pointer that is down, and whatever is asked already tells later than this. */
    checked(args) {
      if (!args || !args.wrong) return;
      seen();
      const wrong = JSON.parse(args.wrong);
      const tell = () => setTimeout(() => { if (window.PrimeFaces.ajax.Queue.isEmpty()) beside(wrong); });
      if (pressed) doc.addEventListener("pointerup", tell, { once: true }); else tell();
    },
    /* A dialog that the server has just filled. */
    ask(id) { $("#" + id).showModal(); },
    /* A dialog was answered: it stays open for what is to be corrected in it; what was refused otherwise stands above the page. */
    answered() {
      const dialog = $("dialog[open]");
      if (!dialog || $(".k-err", dialog)) return;
      dialog.close();
      const banner = $(".k-messages .k-banner-error");
      if (banner) { banner.setAttribute("tabindex", "-1"); banner.focus(); }
    },
    /* The list was narrowed: the address says so too. */
    listed() {
      const input = $("[data-k-param]");
      const url = new URL(location.href);
      if (input.value.trim()) url.searchParams.set(input.dataset.kParam, input.value.trim()); else url.searchParams.delete(input.dataset.kParam);
      history.replaceState(null, "", url);
    },
    /* Columns that are hidden now, for the server. */
    columnsInto(id) { doc.getElementById(id).value = $("[data-hide]").dataset.hide; },
    /* A file is on its way. */
    uploading(on) { const note = $("#k-uploading"); if (note) note.hidden = !on; },
    /* An import stands where the address must be opened anew. */
    reload() { leaving = true; location.reload(); },
  };

  /* ── The session: a warning before it ends, and signing in again over the form when it has ── */
  const idle = $("#k-idle"), ended = $("#k-ended");
  const seen = () => localStorage.setItem("k-seen", String(Date.now()));
  const reads = (html) => new DOMParser().parseFromString(html, "text/html");
  let step = null;
  function sessionEnded() {
    keep();
    /* What is still asked would be answered with another session, over the one that is signed in to next. */
    if (window.PrimeFaces) window.PrimeFaces.ajax.Queue.abortAll();
    if (idle.open) idle.close();
    if (!ended.open) ended.showModal();
  }
  function sessionLeft() {
    const left = Number(idle.dataset.kSession) * 1000 - (Date.now() - Number(localStorage.getItem("k-seen")));
    if (left <= 0 && guarded()) { if (!window.PrimeFaces || window.PrimeFaces.ajax.Queue.isEmpty()) sessionEnded(); }
    else if (left > 0 && left <= 120000) { if (!idle.open && !ended.open) idle.showModal(); }
    else if (idle.open) idle.close();
  }
  async function signInAgain() {
    const again = $("#k-again"), error = $("#k-again-error");
    const here = location.pathname + location.search;
    const back = here.startsWith(base()) ? here.slice(base().length) : here;
    if (!step) step = reads(await (await fetch(again.dataset.kSignin + "?next=" + encodeURIComponent(back))).text());
    const form = $("#form", step), password = form && $("input[type=password]", form);
    const code = form && step.getElementById("form:code");
    if (!password && !code) { leaving = true; location.assign(again.dataset.kSignin + "?next=" + encodeURIComponent(back)); return; }
    const fields = new URLSearchParams();
    all("input[name],button[name]", form).forEach((i) => fields.append(i.name, i.value));
    /* A script of the page would put it into its forms; here none runs. */
    const script = $("script[nonce]", step);
    if (script) fields.set("primefaces.nonce", script.getAttribute("nonce"));
    if (password) { fields.set("form:login", again.dataset.kLogin); fields.set(password.name, $("#k-again-password").value); }
    if (code) fields.set(code.name, $("#k-again-code").value);
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body: fields });
    const page = reads(await answer.text());
    const at = new URL(answer.url).pathname;
    const refusal = $(".k-summary p", page);
    /* The form stands in a view of the session that is over: the page is opened anew, and what was typed is put back. */
    if (at === location.pathname) { seen(); leaving = true; location.reload(); return; }
    const more = page.getElementById("form:code");
    if (!refusal && !more) { leaving = true; location.assign(answer.url); return; }
    step = page;
    error.hidden = !refusal;
    if (refusal) $("p", error).textContent = refusal.textContent;
    all("[data-k-step]", again).forEach((s) => { s.hidden = (s.dataset.kStep === "code") !== Boolean(more); });
    $(more ? "#k-again-code" : "#k-again-password").select();
  }
  if (idle && ended) {
    seen();
    setInterval(sessionLeft, 10000);
    ended.addEventListener("cancel", (e) => e.preventDefault());
    $("#k-again").addEventListener("submit", (e) => { e.preventDefault(); signInAgain().catch(() => { step = null; if (offline) offline.hidden = false; }); });
    $("[data-k-stay]").addEventListener("click", () => {
      fetch(base() + "/api/v1/users/me", { headers: { "X-CSRF-Token": $("meta[name=csrf-token]").content } })
        .then((r) => { if (r.ok) { seen(); idle.close(); } else { sessionEnded(); } })
        .catch(network);
    });
    const processor = window.PrimeFaces && window.PrimeFaces.ajax.ResponseProcessor;
    if (processor) {
      /* Nor is anything asked then: the dialog takes the focus, and an input that is left would be checked. */
      const requests = window.PrimeFaces.ajax.Request, send = requests.send;
      requests.send = (asked) => { if (ended.open) window.PrimeFaces.ajax.Queue.poll(); else send.call(requests, asked); };
      const lead = processor.doRedirect;
      processor.doRedirect = (node) => {
        const asked = window.PrimeFaces.ajax.Queue.peek();
        if (dirty && guarded() && new URL(node.getAttribute("url"), location.href).pathname === $("#k-again").dataset.kSignin) sessionEnded();
        /* Inputs that were left are checked by nobody's wish: that leads nowhere. */
        else if (!asked || asked.global !== false) lead(node);
      };
    }
  }

  /* ── A file dragged over the page shows where it may be dropped ── */
  const drop = $(".k-drop");
  if (drop) {
    drop.addEventListener("dragover", () => drop.classList.add("is-over"));
    ["dragleave", "drop"].forEach((n) => drop.addEventListener(n, () => drop.classList.remove("is-over")));
  }

  /* ── Connection ── */
  const offline = $("#k-offline"), fault = $("#k-fault");
  const network = () => { if (offline) offline.hidden = navigator.onLine; };
  window.addEventListener("online", network);
  window.addEventListener("offline", network);
  network();
  if (window.jQuery) {
    window.jQuery(doc).on("pfAjaxError", (e, xhr) => {
      if (!fault || (xhr && xhr.statusText === "abort")) return;
      if (xhr && xhr.status === 0) { if (offline) offline.hidden = false; } else { fault.hidden = false; }
    });
    window.jQuery(doc).on("pfAjaxSuccess", () => { seen(); if (fault) fault.hidden = true; network(); });
    /* Focus stays where it was when a part of the page was written anew. */
    window.jQuery(doc).on("pfAjaxStart", () => doc.body.classList.add("k-busy"));
    window.jQuery(doc).on("pfAjaxComplete", () => doc.body.classList.remove("k-busy"));
  }
  if (window.jQuery) window.jQuery(() => setTimeout(restore)); else restore();
  const refused = $(".k-summary");
  if (refused) refused.focus();
})();
