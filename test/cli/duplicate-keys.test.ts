import { duplicateKeys } from '../../cli/protocols/duplicate-keys';

it.each<[string, string, string[]]>([
  ['none', '{"a":{"x":1,"y":1},"b":{"x":[{"x":1},{"x":2}]}}', []],
  ['one at the top', '{"a":1,"b":2,"a":3}', ['a']],
  ['one inside', '{"derived":{"fever":{"always":true},"fever":{"ref":"x"}}}', ['derived.fever']],
  ['one in a list', '{"table":[{"id":"1"},{"id":"2","when":{"is":["a",true]},"id":"3"}]}', ['table.1.id']],
  ['signs and quotes within strings', '{"a":"{\\"b\\":1,\\"b\\":2}","c":"\\\\","c\\u0020":1}', []],
  ['the same name written otherwise', '{"a":1,"\\u0061":2}', ['a']],
])('finds %s', (_name, text, expected) => {
  expect(duplicateKeys(text)).toEqual(expected);
});
