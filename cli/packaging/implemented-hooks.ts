import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata/AppInterface';
import { readFileSync } from 'fs';
import ts from 'typescript';
import { Failure } from '../failure';

/**
 * The hooks an app class says it implements, in the order of its `implements` clause. Rocket.Chat calls only those, and
 * silently drops names it does not know, so an unknown one is refused here.
 * @throws Failure no-app-class, unknown-hook
 */
export function implementedHooks(file: string, className: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  const declared = source.statements.find(
    (node): node is ts.ClassDeclaration => ts.isClassDeclaration(node) && node.name?.text === className,
  );
  if (!declared) throw new Failure('no-app-class', `${file} has no class ${className}`, 2);
  const clauses = declared.heritageClauses ?? [];
  const names = clauses
    .filter((clause) => clause.token === ts.SyntaxKind.ImplementsKeyword)
    .flatMap((clause) =>
      clause.types.map((type) => (ts.isIdentifier(type.expression) ? type.expression.text : '?')),
    );
  for (const name of names) {
    if (!(name in AppInterface))
      throw new Failure('unknown-hook', `${file}: ${name} is no hook of Rocket.Chat`, 2);
  }
  return names;
}
