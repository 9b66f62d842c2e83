// The page can be read without this: it sorts, filters, adds up what the teacher types, and keeps that.
(function () {
  var table = document.getElementById('course');
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var key = 'relevo-course ' + location.pathname;
  var show = function (points) {
    var text = String(Math.round(points * 10000) / 10000);
    return text.indexOf('.') < 0 ? text + '.0' : text;
  };
  var team = function (row) { return row.getAttribute('data-team'); };
  var inputs = function (row) { return Array.prototype.slice.call(row.querySelectorAll('td input')); };
  var id = function (input) { return input.parentNode.getAttribute('data-id'); };

  var add = function (row) {
    var earned = 0;
    var open = 0;
    row.querySelectorAll('td[data-points]').forEach(function (cell) { earned += Number(cell.getAttribute('data-points')) || 0; });
    inputs(row).forEach(function (input) {
      var given = input.value !== '' && input.checkValidity();
      input.parentNode.setAttribute('data-sort', given ? input.value : '-1');
      if (given) {
        earned += Number(input.value);
      } else if (!input.getAttribute('data-extra')) {
        open += Number(input.max);
      }
    });
    var put = function (name, text, sort) {
      var cell = row.querySelector('td.' + name);
      (cell.querySelector('b') || cell).textContent = text;
      cell.setAttribute('data-sort', sort);
    };
    var settled = open < 0.00005;
    put('earned', show(earned), earned);
    put('open', show(settled ? 0 : open), open);
    put('grade', settled ? show(earned) : '—', settled ? earned : -1);
  };

  // What was typed here before, unless the file that the page was made from says otherwise since.
  var typed = {};
  try { typed = JSON.parse(localStorage.getItem(key)) || {}; } catch (none) { typed = {}; }
  rows.forEach(function (row) {
    inputs(row).forEach(function (input) {
      var kept = (typed[team(row)] || {})[id(input)];
      if (input.value === '' && kept !== undefined) { input.value = kept; }
    });
    add(row);
    row.addEventListener('input', function () {
      typed[team(row)] = {};
      inputs(row).forEach(function (input) { if (input.value !== '') { typed[team(row)][id(input)] = input.value; } });
      try { localStorage.setItem(key, JSON.stringify(typed)); } catch (none) { /* It is kept until the page is closed. */ }
      add(row);
    });
  });

  // RFC 4180; no spreadsheet takes a name for a formula.
  var cell = function (text) { return '"' + (/^\s*[=+@\-\t\r]/.test(text) ? "'" + text : text).replace(/"/g, '""') + '"'; };
  window.byHand = function () {
    var lines = ['team,requirement,points'];
    rows.forEach(function (row) {
      inputs(row).forEach(function (input) {
        if (input.value !== '' && input.checkValidity()) { lines.push([cell(team(row)), id(input), input.value].join(',')); }
      });
    });
    return lines.join('\r\n') + '\r\n';
  };
  document.getElementById('save').addEventListener('click', function () {
    var wrong = body.querySelectorAll('input:invalid').length;
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([window.byHand()], {type: 'text/csv;charset=utf-8'}));
    link.download = 'by-hand.csv';
    link.click();
    document.getElementById('saved').textContent = wrong ? wrong + ' ✗' : '✓';
  });

  document.getElementById('filter').addEventListener('input', function () {
    var wanted = this.value.toLowerCase();
    rows.forEach(function (row) { row.hidden = team(row).toLowerCase().indexOf(wanted) < 0; });
  });

  table.tHead.querySelectorAll('button').forEach(function (button) {
    var header = button.parentNode;
    button.addEventListener('click', function () {
      var up = header.getAttribute('aria-sort') !== 'ascending';
      table.tHead.querySelectorAll('[aria-sort]').forEach(function (other) { other.setAttribute('aria-sort', 'none'); });
      header.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      rows.sort(function (one, other) {
        var a = one.cells[header.cellIndex].getAttribute('data-sort');
        var b = other.cells[header.cellIndex].getAttribute('data-sort');
        var order = header.cellIndex === 0 ? a.localeCompare(b) : Number(a) - Number(b);
        return up ? order : -order;
      }).forEach(function (row) { body.appendChild(row); });
    });
  });
  document.querySelector('.tools').hidden = false;
})();
