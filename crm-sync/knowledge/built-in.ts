/** What the product brings along: version 0 of each pack and of the answers, drafts until clinicians sign them. */
import { builtInAnswers } from '../../settings/answers/answer-base';
import { casesOf } from '../../settings/pack-cases';
import { packs, packTexts } from '../../settings/packs';
import { productAuthor, versionOf, type VersionDocument } from './version';

let made: VersionDocument[] | undefined;

export function builtInVersions(): readonly VersionDocument[] {
  const at = new Date(0);
  made ??= [
    ...Object.values(packs).map((pack) =>
      versionOf(
        'pack',
        { pack, texts: packTexts[pack.id] },
        { author: productAuthor, at, cases: casesOf(pack.id) },
      ),
    ),
    versionOf('answers', builtInAnswers(), { author: productAuthor, at }),
  ];
  return made;
}
