import type { Diagnosis } from '../app/upkeep/diagnosis.ts';
import { Fault } from '../core/fault.ts';

/** What failed, as something that is wrong, with its cure if that is known. */
export function toDiagnosis(error: unknown): Diagnosis {
  if (error instanceof Fault) return { state: 'wrong', what: error.message, cure: error.hint };
  return { state: 'wrong', what: error instanceof Error ? error.message : String(error) };
}
