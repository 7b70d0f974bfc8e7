// For somebody who is signed in: leaving quickly, and a warning before time is up. Every page is whole without it.
(() => {
  'use strict';
  const byId = (id) => document.getElementById(id);

  // Leaving: the page goes blank at once and takes its place in the history with it.
  const exit = byId('say-exit');
  const leave = () => {
    document.documentElement.className = 'say-gone';
    document.title = '';
    location.replace(exit.href);
  };
  if (exit) {
    const said = byId('say-exit-said');
    let presses = 0;
    let forget;
    exit.addEventListener('click', (event) => {
      event.preventDefault();
      leave();
    });
    // Shift, three times in a row, alone: a capital letter typed is none of them.
    let alone = false;
    document.addEventListener('keydown', (event) => {
      alone = event.key === 'Shift' && !event.repeat;
      if (!alone && event.key !== 'Shift') presses = 0;
    });
    document.addEventListener('keyup', (event) => {
      if (event.key !== 'Shift' || !alone) return;
      presses += 1;
      clearTimeout(forget);
      forget = setTimeout(() => {
        presses = 0;
        said.textContent = '';
      }, 5000);
      if (presses === 3) leave();
      else said.textContent = presses === 1 ? exit.dataset.two : exit.dataset.one;
    });
  }
  // A page that the browser kept for its back button is asked for anew.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });

  // The end of the session: a warning, and where nobody answers it, what was typed goes along to signing in.
  const ending = byId('say-ending');
  if (!ending || !ending.showModal) return;
  const seconds = Number(ending.dataset.seconds);
  const before = Number(ending.dataset.before);
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('sayso') : null;
  let typedIn = null;
  let warn;
  let end;
  document.addEventListener('input', (event) => {
    typedIn = event.target.form;
  });
  const over = () => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = ending.querySelector('form').action;
    const add = (name, value) => {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      form.append(field);
    };
    add('next', location.pathname);
    if (typedIn) {
      const secret = new Set([...typedIn.elements].filter(({ type }) => type === 'password').map(({ name }) => name));
      for (const [name, value] of new FormData(typedIn)) {
        if (typeof value === 'string' && !secret.has(name)) add(`typed.${name}`, value);
      }
    }
    document.body.append(form);
    form.submit();
  };
  const start = () => {
    clearTimeout(warn);
    clearTimeout(end);
    if (ending.open) ending.close();
    warn = setTimeout(() => ending.showModal(), (seconds - before) * 1000);
    end = setTimeout(over, (seconds + 5) * 1000);
  };
  const stayed = () => {
    start();
    if (tabs) tabs.postMessage('stayed');
  };
  ending.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    fetch(event.target.action, { method: 'POST', redirect: 'manual' })
      .then((answer) => (answer.ok ? stayed() : over()))
      .catch(over);
  });
  ending.addEventListener('cancel', (event) => event.preventDefault());
  if (tabs) tabs.onmessage = start;
  stayed();
})();
