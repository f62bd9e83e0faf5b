### How this locale writes numbers, sizes and lengths of time.
### COUNT, BYTES, PERCENT and DURATION in other texts are made of these.

number-decimal-separator = .
number-group-separator = ,
number-percent = { $number }%
unit-bytes = { $number } bytes
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } s
unit-minutes = { $number } min
unit-hours = { $number } h

## Between the parts of a list.

list-separator = { ", " }
