language-name = Bahasa Indonesia

number-decimal-separator = ,
number-group-separator = .
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }%
unit-bytes = { $number } byte
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } dtk
unit-minutes = { $number } mnt
unit-hours = { $number } j

list-separator = { ", " }
