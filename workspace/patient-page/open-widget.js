// Loads the livechat widget beside this page and opens it.
(function () {
  var queue = [];
  window.RocketChat = function (call) {
    queue.push(call);
  };
  window.RocketChat._ = queue;
  window.RocketChat.url = window.location.origin + '/livechat';
  var script = document.createElement('script');
  script.async = true;
  script.src = window.RocketChat.url + '/rocketchat-livechat.min.js?_=201903270000';
  document.head.appendChild(script);

  function open() {
    window.RocketChat(function () {
      this.maximizeWidget();
    });
  }
  open();
  document.getElementById('open-chat').addEventListener('click', open);
})();
