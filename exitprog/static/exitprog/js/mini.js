// One line with name and safety level, as soon as the banner has scrolled away.

const mini = document.querySelector("[data-mini]");
const banner = document.querySelector("[data-safety]");

if (mini && banner) {
  new IntersectionObserver(([entry]) => {
    const isAbove = !entry.isIntersecting && entry.boundingClientRect.top < 0;
    mini.classList.toggle("mini--shown", isAbove);
  }).observe(banner);
}
