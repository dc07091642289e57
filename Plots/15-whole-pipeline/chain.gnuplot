# Who hands what to whom
#
# Draw chain.png and chain.svg again, in this folder:  gnuplot chain.gnuplot
# It needs nothing else.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1139]
set yrange [267:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'Who hands what to whom' at 569,24 center font ',13' textcolor rgb '#333333'
set object ellipse at 89.9,95.3333333 size 95.5,67.3333333 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'random'."\n".'code' at 89.9,86.1666667 center textcolor rgb '#333333' front
set object rectangle at 281.7,95.3333333 size 83.6,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'VAE'."'".'s'."\n".'decoder' at 281.7,86.1666667 center textcolor rgb '#333333' front
set object rectangle at 473.5,95.3333333 size 100.76,52.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'line'."\n".'extraction' at 473.5,86.1666667 center textcolor rgb '#333333' front
set object rectangle at 665.3,95.3333333 size 99.88,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'colorizer'."\n".'with hints' at 665.3,86.1666667 center textcolor rgb '#333333' front
set object rectangle at 857.1,152 size 98.12,52.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'cut out'."\n".'and set in' at 857.1,142.833333 center textcolor rgb '#333333' front
set object ellipse at 1048.9,152 size 91.65,41.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'picture' at 1048.9,152 center textcolor rgb '#333333' front
set object ellipse at 473.5,208.666667 size 131.8,41.6666667 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'photograph' at 473.5,208.666667 center textcolor rgb '#333333' front
set object rectangle at 665.3,208.666667 size 115.72,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'AnimeGAN'."'".'s'."\n".'generator' at 665.3,199.5 center textcolor rgb '#333333' front
set arrow from 137.65,95.3333333 to 236.9,95.3333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 323.5,95.3333333 to 420.12,95.3333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 523.88,95.3333333 to 612.36,95.3333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 715.24,110.087939 to 805.162941,136.65537 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 539.4,208.666667 to 604.44,208.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 723.16,191.572124 to 805.162941,167.34463 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 906.16,152 to 1000.075,152 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'

set terminal pngcairo noenhanced size 1139,267 font 'DejaVu Sans,11'
set output 'chain.png'
plot NaN notitle

set terminal svg noenhanced size 1139,267 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'chain.svg'
replot
unset output
