// The page is whole without this: it only adds the copy buttons.
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
