import { labelLanguages, readLabels } from '../../cli/packaging/labels';
import { projectRoot } from '../../cli/project-root';
import { appSettings } from '../../settings/app-settings';

const used = appSettings.flatMap((setting) => [
  setting.i18nLabel,
  ...(setting.i18nDescription ? [setting.i18nDescription] : []),
  ...(setting.section ? [setting.section] : []),
  ...(setting.values ?? []).map((value) => value.i18nLabel),
]);

describe('labels of the app settings', () => {
  it.each(labelLanguages)('are all there in %s', (language) => {
    expect(Object.keys(readLabels(projectRoot)[language])).toEqual(expect.arrayContaining(used));
  });
});
