language-name = Français

number-decimal-separator = ,
number-group-separator = { "\u202F" }
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }{ "\u00A0" }%
unit-bytes = { $number }{ "\u202F" }o
unit-kilobytes = { $number }{ "\u202F" }ko
unit-megabytes = { $number }{ "\u202F" }Mo
unit-gigabytes = { $number }{ "\u202F" }Go
unit-seconds = { $number }{ "\u202F" }s
unit-minutes = { $number }{ "\u00A0" }min
unit-hours = { $number }{ "\u202F" }h

list-separator = { ", " }
