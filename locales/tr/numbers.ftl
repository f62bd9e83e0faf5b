language-name = Türkçe

number-decimal-separator = ,
number-group-separator = .
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = %{ $number }
unit-bytes = { $number } bayt
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } sn.
unit-minutes = { $number } dk.
unit-hours = { $number } sa.

list-separator = { ", " }
