-- Answers after a known time: /hold/200ms, /hold/2s. Sleeps before the first byte, so that a request whose server dies meanwhile
-- has had no answer at all and the balancer may send it to another one. A worker is occupied, the processor is not.
local longest = 10 * 1000 * 1000 -- microseconds

function handle(r)
    local number, unit = r.uri:match("^/hold/(%d+)(m?s)$")
    local microseconds = number and tonumber(number) * (unit == "s" and 1000000 or 1000)
    r.content_type = "text/plain; charset=utf-8"
    if not microseconds or microseconds > longest then
        r.status = 404
        r:puts("use /hold/200ms or /hold/2s, 10 s at most\n")
        return apache2.OK
    end
    r.usleep(microseconds)
    r:puts("held for ", number, unit, "\n")
    return apache2.OK
end
