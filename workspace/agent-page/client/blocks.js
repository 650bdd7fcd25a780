import { h, rich } from './dom.js';

const text = (object) => (object?.type === 'mrkdwn' ? rich(object.text) : String(object?.text ?? ''));
const safeImage = (url) =>
  /^https?:\/\//.test(String(url)) || String(url).startsWith('data:image/') ? url : '';

/**
 * Draws UIKit blocks.
 * @param {object[]} blocks
 * @param {(element: object, block: object, value: string | undefined) => void} onAction
 */
export function drawBlocks(blocks, onAction) {
  return (Array.isArray(blocks) ? blocks : []).map((block) =>
    (draw[block?.type] ?? unknown)(block, onAction),
  );
}

const unknown = () => h('p', { className: 'soft' }, 'Conteúdo que esta página não mostra.');

const draw = {
  section: (block, onAction) =>
    h(
      'div',
      { className: 'block section' },
      block.text && h('p', {}, text(block.text)),
      block.fields &&
        h(
          'ul',
          { className: 'fields' },
          block.fields.map((field) => h('li', {}, text(field))),
        ),
      block.accessory && element(block.accessory, block, onAction),
    ),
  actions: (block, onAction) =>
    h(
      'div',
      { className: 'block actions' },
      (block.elements ?? []).map((item) => element(item, block, onAction)),
    ),
  context: (block) =>
    h(
      'div',
      { className: 'block context' },
      (block.elements ?? []).map((item) => (item.type === 'image' ? image(item) : h('span', {}, text(item)))),
    ),
  divider: () => h('hr'),
  image: (block) =>
    h('figure', { className: 'block' }, image(block), block.title && h('figcaption', {}, text(block.title))),
  input: (block, onAction) =>
    h(
      'div',
      { className: 'block input' },
      h('label', {}, h('span', {}, text(block.label)), element(block.element ?? {}, block, onAction)),
      block.hint && h('p', { className: 'soft' }, text(block.hint)),
    ),
};

function image(item) {
  return h('img', {
    src: safeImage(item.imageUrl ?? item.image_url),
    alt: item.altText ?? item.alt_text ?? '',
    loading: 'lazy',
  });
}

function element(item, block, onAction) {
  const name = { 'data-block': block.blockId ?? '', 'data-action': item.actionId ?? '' };
  switch (item.type) {
    case 'button': {
      const kind = item.style === 'danger' || item.style === 'primary' ? item.style : '';
      if (item.url && /^https?:\/\//.test(item.url))
        return h(
          'a',
          { className: `button ${kind}`, href: item.url, target: '_blank', rel: 'noopener noreferrer' },
          text(item.text),
        );
      return h(
        'button',
        { type: 'button', className: kind, onclick: () => onAction(item, block, item.value) },
        text(item.text),
      );
    }
    case 'image':
      return image(item);
    case 'plain_text_input': {
      const tag = item.multiline ? 'textarea' : 'input';
      return h(tag, {
        ...name,
        value: item.initialValue ?? '',
        placeholder: text(item.placeholder),
        rows: 4,
      });
    }
    case 'static_select':
    case 'multi_static_select':
      return h(
        'select',
        {
          ...name,
          multiple: item.type.startsWith('multi'),
          onchange: (event) => block.type !== 'input' && onAction(item, block, event.target.value),
          'aria-label': block.type === 'input' ? undefined : text(item.placeholder),
        },
        !item.initialValue &&
          !item.type.startsWith('multi') &&
          h('option', { value: '' }, text(item.placeholder) || 'Escolha'),
        (item.options ?? []).map((option) =>
          h(
            'option',
            { value: option.value, selected: option.value === item.initialValue },
            text(option.text),
          ),
        ),
      );
    case 'overflow':
      return h(
        'span',
        { className: 'actions' },
        (item.options ?? []).map((option) =>
          h(
            'button',
            { type: 'button', onclick: () => onAction(item, block, option.value) },
            text(option.text),
          ),
        ),
      );
    default:
      return unknown();
  }
}

/** What was typed into a view's inputs, as `{blockId: {actionId: value}}`. */
export function stateOf(root) {
  const state = {};
  for (const field of root.querySelectorAll('[data-action]')) {
    const value = field.multiple ? [...field.selectedOptions].map((option) => option.value) : field.value;
    (state[field.dataset.block] ??= {})[field.dataset.action] = value;
  }
  return state;
}
