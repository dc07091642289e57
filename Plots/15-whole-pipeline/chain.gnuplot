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
set yrange [391:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'Who hands what to whom' at 569,24 center font ',13' textcolor rgb '#333333'
set object ellipse at 89.9,97.1666667 size 95.5,67.3333333 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'random'."\n".'code' at 89.9,88 center textcolor rgb '#333333' front
set object rectangle at 281.7,97.1666667 size 83.6,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'VAE'."'".'s'."\n".'decoder' at 281.7,88 center textcolor rgb '#333333' front
set object rectangle at 473.5,97.1666667 size 100.76,52.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'line'."\n".'extraction' at 473.5,88 center textcolor rgb '#333333' front
set object rectangle at 377.6,214.166667 size 104.72,71 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'lines and'."\n".'cut paper,'."\n".'with flows' at 377.6,195.833333 center textcolor rgb '#333333' front
set object rectangle at 665.3,155.666667 size 99.88,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'colorizer'."\n".'with hints' at 665.3,146.5 center textcolor rgb '#333333' front
set object rectangle at 857.1,243.416667 size 98.12,52.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'cut out'."\n".'and set in' at 857.1,234.25 center textcolor rgb '#333333' front
set object ellipse at 1048.9,243.416667 size 91.65,41.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'picture' at 1048.9,243.416667 center textcolor rgb '#333333' front
set object ellipse at 473.5,331.166667 size 131.8,41.6666667 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'photograph' at 473.5,331.166667 center textcolor rgb '#333333' front
set object rectangle at 665.3,331.166667 size 115.72,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'AnimeGAN'."'".'s'."\n".'generator' at 665.3,322 center textcolor rgb '#333333' front
set arrow from 137.65,97.1666667 to 236.9,97.1666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 323.5,97.1666667 to 420.12,97.1666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 523.88,112.532829 to 612.490504,139.559495 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 131.262708,113.987789 to 322.461011,191.743094 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 429.96,203.519951 to 612.42016,166.419085 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 715.24,178.514607 to 805.311953,219.72323 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 539.4,331.166667 to 604.44,331.166667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 722.858215,304.833333 to 805.311953,267.110103 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 906.16,243.416667 to 1000.075,243.416667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'

set terminal pngcairo noenhanced size 1139,391 font 'DejaVu Sans,11'
set output 'chain.png'
plot NaN notitle

set terminal svg noenhanced size 1139,391 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'chain.svg'
replot
unset output
