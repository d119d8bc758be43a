// What can be scrolled can be reached by keyboard.
for (const bars of document.querySelectorAll(".bars")) {
  if (bars.scrollHeight > bars.clientHeight) bars.tabIndex = 0;
}
