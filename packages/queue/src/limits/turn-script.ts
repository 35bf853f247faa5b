/**
 * The clock of Redis in microseconds, and how such times are stored: Lua's own way of writing large
 * numbers would round them.
 */
export const CLOCK = `
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local function text(number) return string.format('%.0f', number) end
`;

/** Of the rate's interval. */
const SLOTS_APART = 1.04;
const CALLS_APART = 1.03;

/**
 * A schedule is a hash of times. `next`: where the slots that were handed out end. `pass`: when there is
 * room for another after those that went. `line`: where the line of those that found none ends. `until`:
 * the receiver asked for a pause. Another `interval` begins anew.
 *
 * Who comes without a slot gets the next one (GCRA: `burst` may go at once after a pause). Slots lie
 * further apart than the rate asks for: that is the room for those that come late. Whose time has come
 * goes where what really went leaves room, `slack` of it for lateness; else it stands in line. What really
 * went is told apart by a little more than the rate, too: that is the room for calls that are let go one
 * after the other and come to the receiver closer together. So a
 * crowd that is late at once, as after a stop of all workers, is spaced anew in the order in which it
 * comes, and nobody's lateness costs the others anything.
 *
 * `turn` gives: whether to go now (1 or 0), microseconds to wait, until which slot, whether that is one in
 * the line (1 or 0).
 */
export const TURN = `
local KEPT = 60000
local function save(key, field, time, now)
  redis.call('HSET', key, field, text(time))
  local left = math.max(redis.call('PTTL', key), math.ceil((time - now) / 1000) + KEPT)
  redis.call('PEXPIRE', key, text(left))
end
local function turn(key, now, interval, tolerance, slack, held, in_line)
  local times = redis.call('HMGET', key, 'next', 'pass', 'line', 'until', 'interval')
  local after = math.max(now, tonumber(times[4]) or 0)
  if interval == 0 then return after > now and 0 or 1, after - now, 0, 0 end
  local following, pass, line = tonumber(times[1]) or 0, tonumber(times[2]) or 0, tonumber(times[3]) or 0
  if tonumber(times[5]) ~= interval then
    following, pass, line = now, math.min(pass, now + interval), 0
    redis.call('HSET', key, 'interval', interval, 'line', 0)
  end
  local slot = held
  if slot == 0 then
    slot = math.max(after, following - tolerance * ${SLOTS_APART})
    save(key, 'next', math.max(after, following) + interval * ${SLOTS_APART}, now)
  end
  if slot > now then return 0, slot - now, slot, in_line end
  if after == now and (in_line == 1 or line <= now) and now >= pass - tolerance - slack then
    save(key, 'pass', math.max(now, pass) + interval * ${CALLS_APART}, now)
    return 1, 0, slot, in_line
  end
  local at = math.max(line, after, pass - tolerance)
  save(key, 'line', at + interval, now)
  return 0, at - now, at, 1
end
`;
