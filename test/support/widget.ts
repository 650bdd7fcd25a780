/** A patient at the clinic's page, with the real widget in a browser of their own: what is drawn there, in its order, and when. */
import type { Browser, Frame, Page } from 'playwright-core';
import { eventually } from './wait';

export interface Drawn {
  id: string;
  /** As it stands in the page: without marks, with its time and buttons. */
  text: string;
  /** When it was first drawn since the page was opened, epoch ms. */
  atMs: number;
  /** Written by the patient. */
  mine: boolean;
}

/** Runs in the widget's page: notes when a message is first drawn. */
function noteDrawn(): void {
  if (!location.pathname.startsWith('/livechat')) return;
  const first = new Map<string, number>();
  Object.assign(window, { firstDrawn: first });
  new MutationObserver(() => {
    for (const { id } of Array.from(document.querySelectorAll('li[id]')))
      if (!first.has(id)) first.set(id, Date.now());
  }).observe(document, { childList: true, subtree: true });
}

function readDrawn(): Drawn[] {
  const { firstDrawn } = window as unknown as { firstDrawn: Map<string, number> };
  return Array.from(document.querySelectorAll<HTMLElement>('li[id]')).map((item) => ({
    id: item.id,
    text: item.innerText,
    atMs: firstDrawn.get(item.id) ?? 0,
    mine: item.className.includes('reverse'),
  }));
}

export async function widgetOf(browser: Browser, url: string, name: string) {
  const context = await browser.newContext({ locale: 'pt-BR' });
  await context.addInitScript(noteDrawn);
  let page: Page;
  let frame: Frame;
  const open = async (): Promise<void> => {
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${url}/`);
    frame = await eventually(() => page.frames().find((one) => one.url().includes('/livechat')), 60_000);
  };
  const box = () => frame.locator('[contenteditable], textarea').first();
  const drawn = (): Promise<Drawn[]> => frame.evaluate(readDrawn);
  const texts = async () => (await drawn()).map(({ text }) => text);
  const sees = async (part: string, limitMs = 30_000): Promise<Drawn> => {
    try {
      return await eventually(async () => (await drawn()).find(({ text }) => text.includes(part)), limitMs);
    } catch {
      throw new Error(
        `${name} does not see “${part}” within ${limitMs} ms, but:\n${(await texts()).join('\n')}`,
      );
    }
  };
  await open();
  return {
    name,
    page: () => page,
    frame: () => frame,
    /** Tells their name in the form before the chat. */
    enters: async () => {
      await frame.locator('input').first().fill(name);
      await frame.getByRole('button', { name: 'Iniciar chat' }).click();
      await box().waitFor();
    },
    writes: async (text: string) => {
      await box().click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await sees(text);
    },
    presses: (label: string) => frame.getByRole('button', { name: label, exact: true }).last().click(),
    sees,
    drawn,
    texts,
    /** Everything on the page, alerts and forms too. */
    pageText: () => frame.locator('body').innerText(),
    /** These, each after the one before, with anything in between. */
    seesInOrder: async (...parts: string[]) => {
      for (const part of parts) await sees(part);
      const all = await texts();
      let from = 0;
      for (const part of parts) {
        const at = all.findIndex((text, n) => n >= from && text.includes(part));
        if (at < 0) throw new Error(`“${part}” is not where it should be in:\n${all.join('\n')}`);
        from = at + 1;
      }
    },
    /** Closes the page; the browser keeps what the widget keeps. */
    leaves: () => page.close(),
    returns: open,
    close: () => context.close(),
  };
}

export type Widget = Awaited<ReturnType<typeof widgetOf>>;

/** How long after each of their messages the patient first saw anything else, in ms; what came before they wrote does not count. */
export function answerTimesMs(all: readonly Drawn[]): number[] {
  return all.flatMap((one, n) => {
    if (!one.mine) return [];
    const answer = all.slice(n + 1).find(({ mine }) => !mine);
    return [answer ? answer.atMs - one.atMs : Number.POSITIVE_INFINITY];
  });
}
