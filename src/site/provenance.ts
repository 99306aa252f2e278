/** What of a record's way through Git the public may see. */
import type { Hand, Provenance } from '../model/provenance.ts';

/** Names only where the installation shows persons. */
export function publicProvenance(provenance: Provenance, showPeople: boolean): Provenance {
  if (showPeople || provenance.state === 'unknown') return provenance;
  const { written, first, approved, chain } = provenance;
  return {
    ...provenance,
    written: unnamed(written),
    first: first && unnamed(first),
    approved: approved.map(unnamed),
    chain: chain && {
      ...chain,
      steps: chain.steps.map(({ step, taken }) => ({ step, taken: taken && unnamed(taken) })),
      beside: chain.beside.map(unnamed),
      doubts: chain.doubts.map((doubt) => ('name' in doubt ? { ...doubt, name: null } : doubt)),
    },
  };
}

const unnamed = <T extends Hand>(hand: T): T => ({ ...hand, name: null });
