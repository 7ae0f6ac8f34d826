// Keys and search as you type. Everything here is also a link or a form: the desk works without.
"use strict";
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Search as you type: the same page is asked for, and its results take the place of these.
  const form = $("#asked");
  if (form) {
    let latest = 0;
    let timer;
    const refresh = async () => {
      const mine = ++latest;
      const asked = [...new FormData(form)].filter(([, value]) => value);
      const address = "/?" + new URLSearchParams(asked);
      const answer = await fetch(address, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = $("#results", page);
      if (mine !== latest || !fresh) return;
      $("#results").replaceWith(fresh);
      $("#said").textContent = $("#count").textContent; // for screen readers
      history.replaceState(null, "", address);
    };
    form.addEventListener("input", (event) => {
      if (event.target.pattern && !event.target.checkValidity()) return;
      clearTimeout(timer);
      timer = setTimeout(refresh, 120);
    });
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); refresh(); });
    if (matchMedia("(max-width: 46rem)").matches) $("#filters").open = false;
  }

  // A field that an address points to opens, and its first input is at hand.
  const openTarget = () => {
    const field = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (field && field.matches("details.field")) { $("summary", field).focus(); field.scrollIntoView({ block: "center" }); }
  };
  addEventListener("hashchange", openTarget);
  // The browser takes the focus away when it scrolls to the place, which may be after this.
  addEventListener("load", () => setTimeout(openTarget));
  openTarget();
  const refused = $("#refused");
  if (refused) $("input:not([type=hidden]), textarea, select", refused.closest("form")).focus();

  // A citation whose reference stands on the other side goes there with the fields shown.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.citation");
    if (!link) return;
    const name = link.hash.slice(1);
    if (!document.getElementById(name)) { event.preventDefault(); location.href = fieldsAddress() + link.hash; }
    else document.getElementById(name).open = true;
  });
  const fieldsAddress = () => { const tab = $('.tabs [data-key="f"]'); return tab ? tab.href : ""; };

  // The saved page goes to the place that was clicked or that the address names.
  const frame = $('iframe[name="saved"]');
  const showOnPage = (name) => {
    if (frame && /^(quote-\d+|citation-\d+|field-[\w.]+)$/.test(name)) frame.src = frame.src.split("#")[0] + "#" + name;
  };
  showOnPage(location.hash.slice(1));
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark.quote");
    if (mark && !event.target.closest("a")) showOnPage("quote-" + mark.dataset.quote);
  });

  const step = (items, by) => {
    if (!items.length) return;
    const at = items.findIndex((item) => item === document.activeElement || item.parentElement.contains(document.activeElement));
    const next = items[Math.min(Math.max(at + by, 0), items.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  const addSelected = () => {
    const words = String(getSelection()).trim();
    const field = document.getElementById("f-quotes-new");
    if (!words) return;
    if (!field) { sessionStorage.setItem("quotation", words); location.href = fieldsAddress() + "#f-quotes-new"; return; }
    field.open = true;
    const input = $("textarea[name=text]", field);
    input.value = words;
    $("input[name=speaker]", field).focus();
  };
  const waiting = sessionStorage.getItem("quotation");
  if (waiting && document.getElementById("f-quotes-new")) {
    sessionStorage.removeItem("quotation");
    const field = document.getElementById("f-quotes-new");
    field.open = true;
    $("textarea[name=text]", field).value = waiting;
    $("input[name=speaker]", field).focus();
  }

  const follow = (selector) => { const link = $(selector); if (link) link.click(); };
  const keys = {
    "/": () => { const box = $("#words"); if (box) box.select(); else location.href = "/"; },
    j: () => step(form ? all("a.open") : all("details.field > summary"), 1),
    k: () => step(form ? all("a.open") : all("details.field > summary"), -1),
    f: () => follow('.tabs [data-key="f"]'),
    p: () => follow('.tabs [data-key="p"]'),
    n: () => follow('a[rel="next"]'),
    b: () => follow('a[rel="prev"]'),
    s: () => { const button = $('[data-key="s"]'); if (button && !button.disabled) button.click(); },
    q: addSelected,
    e: () => {
      const field = document.activeElement.closest("details.field");
      if (!field) { follow('.tabs [data-key="f"]'); return; }
      field.open = true;
      const input = $("input:not([type=hidden]), textarea, select", field);
      input.focus();
      if (input.select) input.select();
    },
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (typing && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const button = event.target.form && $("button[value=save]", event.target.form);
      if (button) { event.preventDefault(); button.click(); }
    } else if (typing && event.key === "Escape") {
      const field = event.target.closest("details.field");
      if (field) { field.open = false; $("summary", field).focus(); } else event.target.blur();
    } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
})();
