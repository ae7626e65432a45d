// At the end of the page, before its first paint: the words of the language in use, and the question of today in the place of
// the one that was rendered. Nothing is fetched: both stand in the page. Classic, and without it the page shows the
// rendered question in the first language as soon as boot.js runs.
(() => {
  const root = document.documentElement;
  const state = window.terugblik;
  const app = document.querySelector('#app');
  const words = document.querySelector(`template[data-lang="${state.lang}"]`);
  if (words) app.replaceChildren(words.content);

  // The same rule in the program: it asks here which day was settled. Days are counted on the person's own clock.
  const list = document.querySelector(`template[data-days="${state.lang}"]`);
  const days = JSON.parse(list.content.textContent);
  const now = new Date();
  state.day = Math.floor((now / 6e4 - now.getTimezoneOffset()) / 1440) % days.length;

  const [was] = days[0];
  const [id, minutes, rows, camera, ask, starter] = days[state.day];
  const flow = app.querySelector('.flow');
  const find = (selector) => flow.querySelector(selector);
  const theme = id.split('-')[0];
  const row = app.querySelector(`.contents .theme-${theme}`);
  // What names the prompt: ids, and whatever points at them.
  for (const element of flow.querySelectorAll('*')) {
    for (const attribute of element.attributes) attribute.value = attribute.value.replaceAll(was, id);
  }
  for (const element of app.querySelectorAll('.flow, .hang')) element.className = element.className.replace(/theme-\w+/, `theme-${theme}`);
  for (const mark of app.querySelectorAll('.flow .mark, .hang__mark')) mark.replaceChildren(...row.querySelector('svg').cloneNode(true).childNodes);
  for (const link of flow.querySelectorAll('a')) link.setAttribute('href', `#/theme/${theme}`);
  find('.day__theme span').textContent = row.querySelector('.contents__name').textContent;
  find('.day__minutes').textContent = list.dataset.minutes.split('|')[minutes];
  find('.prompt').textContent = ask;
  find('.starter__phrase').textContent = starter;
  if (!camera) find('.hint').remove();
  const field = find('textarea');
  field.rows = rows;
  field.classList.toggle('writing--short', rows < 4);
  delete root.dataset.swap;
})();
