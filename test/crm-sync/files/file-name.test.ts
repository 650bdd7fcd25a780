import fc from 'fast-check';
import { attachmentHeader, safeFileName } from '../../../crm-sync/files/file-name';

describe('a file’s name on its way to a disk', () => {
  it.each([
    ['exame.pdf', 'exame.pdf'],
    ['Raio X – tórax.png', 'Raio X – tórax.png'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\temp\\laudo.pdf', 'C temp laudo.pdf'],
    ['a"b;c\r\nset-cookie: x.txt', 'a b;c set-cookie x.txt'],
    // A name that reads backwards hides what kind of file it is.
    ['laudo\u202Efdp.exe', 'laudofdp.exe'],
    ['.bashrc', 'bashrc'],
    ['con.txt', '_con.txt'],
    ['relatório.', 'relatório'],
    ['   ', 'file'],
    ['', 'file'],
    [undefined, 'file'],
    ['🦟.jpg', '🦟.jpg'],
    ['\uD83D.jpg', '\uFFFD.jpg'],
  ])('%j is saved as %j', (name, safe) => expect(safeFileName(name)).toBe(safe));

  it('is cut, and keeps its ending', () => {
    const name = safeFileName(`${'á'.repeat(400)}.pdf`);
    expect([Buffer.byteLength(name) <= 150, name.endsWith('á.pdf')]).toEqual([true, true]);
  });

  it('given any name, the header is one line of ASCII that reads back as the safe name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const header = attachmentHeader(name);
        const [, plain, encoded = ''] =
          /^attachment; filename="([\x20\x21\x23-\x5b\x5d-\x7e]+)"; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/.exec(
            header,
          ) ?? [];
        expect(plain).toBeDefined();
        expect(decodeURIComponent(encoded)).toBe(safeFileName(name));
        expect(safeFileName(name)).not.toMatch(/^[. ]|[. ]$|[/\\:*?"<>|\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});
