language-name = Suomi

number-decimal-separator = ,
number-group-separator = { "\u00A0" }
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }{ "\u00A0" }%
unit-bytes = { $number } t
unit-kilobytes = { $number } kt
unit-megabytes = { $number } Mt
unit-gigabytes = { $number } Gt
unit-seconds = { $number } s
unit-minutes = { $number } min
unit-hours = { $number } t

list-separator = { ", " }
