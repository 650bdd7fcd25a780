/** Tables for people. */
import type { Comparison } from './compare';
import type { ErlangCheck } from './erlang-check';
import type { EstimateCheck } from './estimate-check';
import { policyNames } from './policies';
import type { Estimate } from './statistics';

const minutes = (value: number): string => value.toFixed(1);
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const interval = ({ low, high }: Estimate, show: (value: number) => string): string =>
  Number.isFinite(low) ? `${show(low)} to ${show(high)}` : 'one replication, no interval';

export function comparisonLines(comparison: Comparison): string[] {
  const { plan, policies, intervals, arrivalsPerHour, hours, aims } = comparison;
  const rows: [string, (name: (typeof policyNames)[number]) => string][] = [
    ['urgent p95', (name) => minutes(policies[name].urgentP95)],
    ['  interval', (name) => interval(intervals[name].urgentP95, minutes)],
    ['orange p95', (name) => minutes(policies[name].orangeP95)],
    ['mean of the rest', (name) => minutes(policies[name].restMean)],
    ['  interval', (name) => interval(intervals[name].restMean, minutes)],
    ['yellow p95', (name) => minutes(policies[name].yellowP95)],
    ['green p99', (name) => minutes(policies[name].greenP99)],
    ['blue p99', (name) => minutes(policies[name].blueP99)],
    ['longest', (name) => minutes(policies[name].longest)],
    ['within target', (name) => percent(policies[name].withinTarget)],
    ['left unseen, urgent', (name) => percent(policies[name].leftUnseen.urgent)],
    ['left unseen, rest', (name) => percent(policies[name].leftUnseen.rest)],
    ['served per hour', (name) => policies[name].throughput.toFixed(2)],
    ['fairness to agents', (name) => policies[name].agentFairness.toFixed(3)],
  ];
  const cell = (text: string): string => text.padStart(17);
  return [
    `load ${plan.load}, urgent work ${plan.urgent}, ${plan.agents} agents: ${arrivalsPerHour.toFixed(1)} an hour for ` +
      `${Math.round(hours)} hours × ${plan.replications}`,
    `${''.padEnd(20)}${policyNames.map(cell).join('')}`,
    ...rows.map(
      ([name, of]) => `${name.padEnd(20)}${policyNames.map((policy) => cell(of(policy))).join('')}`,
    ),
    ...aims.map(
      ({ name, aim, ratio, holds }) =>
        `${holds ? 'holds' : 'DOES NOT HOLD'}: ${name} ${aim}: ${ratio.value.toFixed(4)} times (${interval(ratio, (value) => value.toFixed(4))})`,
    ),
  ];
}

export const estimateLine = ({ n, meanRatio, keptShare }: EstimateCheck): string =>
  `told to ${n} who waited: on average ${meanRatio.toFixed(2)} times what they waited; of those told a number ${percent(keptShare)} waited no longer`;

export function erlangLine(check: ErlangCheck): string {
  const { agents, load, meanMinutes, waitShare, difference, verdict, arrivals } = check;
  return (
    `Erlang C ${verdict}: ${agents} agents, load ${load}: mean wait ${meanMinutes.erlangC.toFixed(2)}, simulated ` +
    `${meanMinutes.simulated.value.toFixed(2)}, ${percent(difference.value)} off (${interval(difference, percent)}); waits ` +
    `${percent(waitShare.erlangC)}, simulated ${percent(waitShare.simulated.value)}; ${arrivals} arrivals`
  );
}
