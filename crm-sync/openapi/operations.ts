/** Every route of the service, as its description names it. A route that is missing here fails a test. */
import type { Operations } from './operation';
import { accessOperations } from './access-operations';
import { auditOperations } from './audit-operations';
import { followUpOperations } from './follow-up-operations';
import { knowledgeOperations } from './knowledge-operations';
import { paperOperations } from './paper-operations';
import { patientOperations } from './patient-operations';
import { supervisionOperations } from './supervision-operations';
import { workspaceOperations } from './workspace-operations';

export const operations: Operations = {
  ...workspaceOperations,
  ...accessOperations,
  ...patientOperations,
  ...supervisionOperations,
  ...followUpOperations,
  ...paperOperations,
  ...knowledgeOperations,
  ...auditOperations,
};
