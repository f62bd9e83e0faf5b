language-name = Magyar

number-decimal-separator = ,
number-group-separator = { "\u00A0" }
number-groups = 3
number-group-minimum = 2
number-digits = 0123456789
number-percent = { $number }%
unit-bytes = { $number } bájt
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } mp
unit-minutes = { $number } p
unit-hours = { $number } ó

list-separator = { ", " }
