"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const chinese = () => (root.lang === "zh" ? 1 : 0);
const say = (key, values = {}) =>
  data.words[key][chinese()].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
const onLanguage = [];
byId("language").addEventListener("click", () => {
  root.lang = chinese() ? "en" : "zh";
  byId("language").lang = chinese() ? "en" : "zh";
  byId("language").textContent = say("language");
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = say(element.dataset.t);
  for (const element of document.querySelectorAll("[data-tl]")) element.setAttribute("aria-label", say(element.dataset.tl));
  for (const act of onLanguage) act();
});
byId("theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
