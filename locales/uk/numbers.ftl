language-name = Українська

number-decimal-separator = ,
number-group-separator = { "\u00A0" }
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }%
unit-bytes = { $number } Б
unit-kilobytes = { $number } кБ
unit-megabytes = { $number } МБ
unit-gigabytes = { $number } ГБ
unit-seconds = { $number } с
unit-minutes = { $number } хв
unit-hours = { $number } год

list-separator = { ", " }
