// Runs before the first paint: the kept theme and language, so that nothing flashes. Keys as in Settings/Preferences.cs.
(() => {
  const kept = (key) => {
    try { return localStorage.getItem(`teahouse.${key}`); } catch { return null; }
  };
  const root = document.documentElement;
  const theme = kept("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (kept("density") === "compact") root.dataset.density = "compact";
  const wanted = navigator.languages?.find((tag) => /^(zh|en)\b/i.test(tag)) ?? "en";
  const language = kept("language") ?? (/^zh/i.test(wanted) ? "zh-CN" : "en");
  root.lang = language === "zh-CN" ? "zh-CN" : "en";
})();
