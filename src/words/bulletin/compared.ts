/** 环比、同比: a period beside an earlier one, in items, percentage points and units. */
import type { Totals } from '../../ledger/written/bulletin.ts';
import { isZero, type Points, written } from '../../model/points.ts';
import { percentOf } from './figures.ts';

/** 与上月相比，报送增加1条，采用减少1条，采用率下降18.1个百分点，零报送单位减少1个. */
export function compared(now: Totals, then: Totals, named: string): string {
  const parts = [
    `报送${moved(now.filed - then.filed, '条')}`,
    `采用${moved(now.adopted - then.adopted, '条')}`,
    rateMoved(now, then),
    `零报送单位${moved(now.zero_filed - then.zero_filed, '个')}`,
  ];
  return `与${named}相比，${parts.filter((part) => part !== '').join('，')}`;
}

const moved = (by: number, measure: string): string => (by === 0 ? '持平' : `${by > 0 ? '增加' : '减少'}${Math.abs(by)}${measure}`);

/** Between the rates as they are printed, so that a reader who subtracts them agrees. */
function rateMoved(now: Totals, then: Totals): string {
  const [rate, before] = [now, then].map(({ adopted, filed }) => percentOf(adopted, filed)) as [Points | null, Points | null];
  if (rate === null || before === null) return '';
  const by = rate.minus(before);
  return isZero(by) ? '采用率持平' : `采用率${by.gt(0) ? '上升' : '下降'}${written(by.abs())}个百分点`;
}
