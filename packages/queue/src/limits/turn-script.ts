/**
 * The clock of Redis in microseconds, and how such times are stored: Lua's own way of writing large
 * numbers would round them.
 */
export const CLOCK = `
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local function text(number) return string.format('%.0f', number) end
`;

/**
 * A schedule is a hash of three times. \`next\`: where the slots that were handed out end. \`pass\`: when
 * the last attempt that was let through leaves room for another. \`until\`: the receiver asked for a pause.
 * Another rate begins anew.
 *
 * Who comes without a slot gets the next one (GCRA: \`burst\` may go at once after a pause), and is let
 * through where it is near. Slots lie two percent further apart than the rate asks for: that is the room
 * for those that come late. Who comes with a slot passes a second check, which spaces what really goes;
 * a crowd that comes late at once, as after a stop of all workers, is spaced by it again, in the order in
 * which it comes, and gets firm slots, which are not checked again.
 *
 * \`turn\` gives: whether to go (1 or 0), microseconds until then, the slot, whether it is firm (1 or 0).
 */
export const TURN = `
local LATE_SLOTS, KEPT = 2, 60000
local function save(key, field, time, now)
  redis.call('HSET', key, field, text(time))
  local left = math.max(redis.call('PTTL', key), math.ceil((time - now) / 1000) + KEPT)
  redis.call('PEXPIRE', key, text(left))
end
local function turn(key, now, interval, tolerance, near, held, firm)
  local times = redis.call('HMGET', key, 'next', 'pass', 'until', 'interval')
  local after = math.max(now, tonumber(times[3]) or 0)
  if interval == 0 then return after > now and 0 or 1, after - now, 0, 0 end
  local following, pass = tonumber(times[1]) or 0, tonumber(times[2]) or 0
  if tonumber(times[4]) ~= interval then
    following, pass = now, math.min(pass, now + interval)
    redis.call('HSET', key, 'interval', interval)
  end
  local slot = held
  if slot == 0 then
    slot = math.max(after, following - tolerance * 1.02)
    save(key, 'next', math.max(after, following) + interval * 1.02, now)
    firm = 0
  end
  if slot - now > near then return 0, slot - now, slot, firm end
  if firm == 1 and after == now and now - slot <= LATE_SLOTS * interval then
    return 1, math.max(0, slot - now), slot, 1
  end
  local at = math.max(after, slot, pass - tolerance)
  save(key, 'pass', math.max(at, pass) + interval, now)
  return at - now <= near and 1 or 0, at - now, at, 1
end
`;
