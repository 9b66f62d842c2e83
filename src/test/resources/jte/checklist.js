// The page is whole without this: it only adds the copy buttons, and unfolds what a link leads to where the browser does not.
document.querySelectorAll('.copy').forEach(function (button) {
  var code = button.previousElementSibling;
  button.hidden = false;
  button.addEventListener('click', function () {
    var done = function () {
      button.classList.add('done');
      setTimeout(function () { button.classList.remove('done'); }, 1500);
    };
    var select = function () { window.getSelection().selectAllChildren(code); };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(code.textContent).then(done, select);
    } else {
      select();
    }
  });
});
function unfold() {
  var target = document.getElementById(location.hash.slice(1));
  for (var at = target; at; at = at.parentElement) {
    if (at.tagName === 'DETAILS') { at.open = true; }
  }
  if (target && target.closest('.configuration')) { target.scrollIntoView(); }
}
window.addEventListener('hashchange', unfold);
unfold();
