### Wie Zahlen, Größen und Zeiten geschrieben werden.
### COUNT, BYTES, PERCENT und DURATION in anderen Texten bestehen daraus.

language-name = Deutsch

number-decimal-separator = ,
number-group-separator = .
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }{ "\u00A0" }%
unit-bytes = { $number } Byte
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } Sek.
unit-minutes = { $number } Min.
unit-hours = { $number } Std.

list-separator = { ", " }
