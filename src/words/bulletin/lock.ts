import type { WrittenBulletin } from '../../ledger/written/bulletin.ts';

/** A bulletin as far as its document needs it. */
export type BulletinLock = Pick<WrittenBulletin, 'period' | 'document' | 'published'>;
