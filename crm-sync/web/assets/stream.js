// One stream for all pages of a browser, as browsers allow six connections per server. The page that holds the lock
// holds the stream and tells the others; when it goes, the next one has the lock at once.
// Without locks or channels (plain http on a network) each page has its own stream while it is looked at.
// eslint-disable-next-line no-unused-vars -- used by live.js, which follows in the same script
const acolheStream = (() => {
  'use strict';
  const name = 'acolhe-live';
  const reopenMs = 2000;

  /** @returns closes it */
  function openStream(say) {
    let source;
    let timer;
    let closed = false;
    const reopen = () => {
      source.close();
      timer = setTimeout(open, reopenMs);
    };
    function open() {
      if (closed) return;
      source = new EventSource('/live');
      source.addEventListener('ready', () => say({ kind: 'ready' }));
      source.addEventListener('changed', ({ data }) => say({ kind: 'changed', topics: JSON.parse(data) }));
      source.addEventListener('ended', () => {
        // Pages whose session is over are sent to the sign-in by what they fetch.
        say({ kind: 'ready' });
        reopen();
      });
      source.addEventListener('error', () => {
        say({ kind: 'lost' });
        if (source.readyState === EventSource.CLOSED) reopen();
      });
    }
    open();
    return () => {
      closed = true;
      clearTimeout(timer);
      source.close();
    };
  }

  function ownStream(hear) {
    let close;
    const follow = () => {
      if (document.hidden === (close === undefined)) return;
      if (close) close();
      close = document.hidden ? undefined : openStream(hear);
    };
    document.addEventListener('visibilitychange', follow);
    follow();
    return () => {
      document.removeEventListener('visibilitychange', follow);
      close?.();
    };
  }

  function sharedStream(hear) {
    const channel = new BroadcastChannel(name);
    const leaving = new AbortController();
    let connected = false;
    let leading = false;
    const say = (news) => {
      connected = news.kind !== 'lost';
      channel.postMessage(news);
      hear(news);
    };
    channel.addEventListener('message', ({ data }) => {
      if (data.kind !== 'joined') hear(data);
      else if (leading) channel.postMessage({ kind: connected ? 'here' : 'lost' });
    });
    const lead = () =>
      new Promise((release) => {
        leading = true;
        const close = openStream(say);
        const end = () => {
          close();
          release();
        };
        if (leaving.signal.aborted) end();
        else leaving.signal.addEventListener('abort', end);
      });
    navigator.locks.request(name, { signal: leaving.signal }, lead).catch(() => undefined);
    channel.postMessage({ kind: 'joined' });
    // Something may have happened between the page and its place at the channel.
    hear({ kind: 'joined' });
    return () => {
      leaving.abort();
      channel.close();
    };
  }

  /**
   * @param hear is given `joined` or `ready` (look once), `changed` with topics, `here` and `lost` (the connection)
   * @returns ends it
   */
  return (hear) => (navigator.locks && window.BroadcastChannel ? sharedStream : ownStream)(hear);
})();
