// The table is whole without this: it sorts, filters, and adds up what the teacher types.
(function () {
  'use strict';
  const table = document.getElementById('grades');
  if (!table) {
    return;
  }
  const body = table.tBodies[0];
  const rows = Array.from(body.rows); // the teacher's list, in its order whatever is sorted later
  const inputs = Array.from(body.querySelectorAll('input'));
  const rowOf = input => input.closest('tr');
  const team = row => JSON.parse(row.dataset.team);
  const put = (id, text) => { document.getElementById(id).textContent = text; };
  const say = (what, shown) => { document.querySelector('[data-say=' + what + ']').hidden = !shown; };

  // Points are added as whole millionths, or 0.1 and 0.2 would not be 0.3.
  const whole = text => Math.round(Number(text) * 1e6);
  const show = millionths => {
    const text = String(millionths / 1e6);
    return text.includes('.') ? text : text + '.0';
  };

  // What is typed, in millionths; null where nobody decided, or where it is out of range.
  const given = input => {
    const points = whole(input.value);
    return input.value !== '' && points >= 0 && points <= whole(input.max) ? points : null;
  };
  const wrong = input => given(input) === null && (input.value !== '' || input.validity.badInput);

  const set = (cell, text, key) => {
    cell.textContent = text;
    cell.dataset.key = key;
  };

  function total(row) {
    let earned = whole(row.dataset.settled);
    let open = 0;
    row.querySelectorAll('input').forEach(input => {
      const points = given(input);
      const owed = points === null && input.dataset.extra !== 'true';
      earned += points === null ? 0 : points;
      open += owed ? whole(input.max) : 0;
      input.closest('td').classList.toggle('undecided', owed);
      input.closest('td').dataset.key = points === null ? -1 : show(points);
      input.setAttribute('aria-invalid', wrong(input));
    });
    set(row.querySelector('.earned'), show(earned), show(earned));
    set(row.querySelector('.open'), show(open), show(open));
    set(row.querySelector('.grade'), open === 0 ? show(earned) : '—', open === 0 ? show(earned) : -1);
  }

  function count() {
    const bad = inputs.filter(wrong).length;
    put('graded', rows.filter(row => Number(row.querySelector('.grade').dataset.key) >= 0).length);
    put('undecided', body.querySelectorAll('.undecided').length);
    put('wrong', bad);
    say('wrong', bad > 0);
  }

  // What was typed stays in the browser. Each entry has what the page said then: where a later page says something else, that is newer.
  const place = 'relevo by hand ' + location.pathname;
  const entry = input => JSON.stringify([team(rowOf(input)), input.dataset.id, input.defaultValue]);

  function keep() {
    const typed = inputs.filter(input => input.value !== input.defaultValue).map(input => [entry(input), input.value]);
    let kept = true;
    try {
      localStorage.setItem(place, JSON.stringify(typed));
    } catch (none) {
      kept = false; // pages of this machine's own files may have no storage
    }
    say('kept', kept && typed.length > 0);
    say('lost', !kept && typed.length > 0);
  }

  function recall() {
    try {
      const kept = new Map(JSON.parse(localStorage.getItem(place)) || []);
      inputs.filter(input => kept.has(entry(input))).forEach(input => { input.value = kept.get(entry(input)); });
    } catch (none) {
      // There is no storage, or something else wrote there: then nothing was typed.
    }
  }

  // RFC 4180. A name that a spreadsheet would calculate gets an apostrophe, which the reader of the file takes off.
  function csv() {
    const field = text => /[",\r\n]/.test(text) || text !== text.trim() ? '"' + text.replace(/"/g, '""') + '"' : text;
    const guarded = text => /^'*[=+\-@\t\r]/.test(text) ? "'" + text : text;
    const lines = inputs.filter(input => given(input) !== null)
      .map(input => [guarded(team(rowOf(input))), input.dataset.id, show(given(input))].map(field).join(','));
    return ['team,requirement,points'].concat(lines, '').join('\r\n');
  }

  function save() {
    const link = document.createElement('a');
    // The mark tells spreadsheets that it is UTF-8.
    link.href = URL.createObjectURL(new Blob(['\ufeff' + csv()], { type: 'text/csv;charset=utf-8' }));
    link.download = 'by-hand.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  const buttons = Array.from(table.querySelectorAll('.sort')); // one a column, in their order
  const names = new Map(rows.map(row => [row, row.cells[0].textContent]));

  function sort(column) {
    const heading = buttons[column].closest('th');
    const first = column === 0 ? 'ascending' : 'descending';
    const second = column === 0 ? 'descending' : 'ascending';
    const order = heading.getAttribute('aria-sort') === first ? second : first;
    buttons.forEach(button => button.closest('th').setAttribute('aria-sort', 'none'));
    heading.setAttribute('aria-sort', order);
    const key = row => Number(row.cells[column].dataset.key);
    const compare = column === 0 ? (a, b) => names.get(a).localeCompare(names.get(b), 'es', { numeric: true }) : (a, b) => key(a) - key(b);
    body.append(...rows.slice().sort((a, b) => order === 'ascending' ? compare(a, b) : compare(b, a)));
  }

  // Neither capitals nor accents count.
  const plain = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();

  function filter(asked) {
    rows.forEach(row => { row.hidden = !plain(names.get(row)).includes(plain(asked.trim())); });
    put('shown', rows.filter(row => !row.hidden).length + ' / ' + rows.length);
    say('shown', asked.trim() !== '');
  }

  // Enter goes to the same column of the next team.
  function down(input) {
    const column = input.closest('td').cellIndex;
    for (let row = rowOf(input).nextElementSibling; row; row = row.nextElementSibling) {
      const next = row.hidden ? null : row.cells[column].querySelector('input');
      if (next) {
        next.focus();
        next.select();
        return;
      }
    }
  }

  inputs.forEach(input => {
    input.disabled = false;
    input.addEventListener('input', () => {
      total(rowOf(input));
      count();
      keep();
    });
    input.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        event.preventDefault();
        down(input);
      }
    });
    // Or whoever scrolls over it would change a grade.
    input.addEventListener('wheel', () => input.blur(), { passive: true });
  });
  buttons.forEach((button, column) => {
    button.disabled = false;
    button.addEventListener('click', () => sort(column));
  });
  document.getElementById('filter').addEventListener('input', event => filter(event.target.value));
  document.getElementById('save').addEventListener('click', save);
  document.getElementById('forget').addEventListener('click', () => {
    if (confirm('¿Olvidar lo escrito? · Forget what was typed?')) {
      inputs.forEach(input => { input.value = input.defaultValue; });
      refresh();
    }
  });
  document.getElementById('tools').hidden = false;

  function refresh() {
    rows.forEach(total);
    count();
    keep();
  }

  recall();
  refresh();
}());
