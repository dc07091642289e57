# 
#
# Draw colours.png and colours.svg again, in this folder:  gnuplot colours.gnuplot
# It needs colours.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 860,430 font 'DejaVu Sans,11'
    set output 'colours.png'
    call 'colours.gnuplot' 'page'
    set terminal svg noenhanced size 860,430 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'colours.svg'
    call 'colours.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: Hair
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title 'Hair' font ',13' textcolor rgb '#333333'
set xlabel 'a, green to red' textcolor rgb '#333333'
set ylabel 'b, blue to yellow' textcolor rgb '#333333'
set xrange [-60:80]
set yrange [-70:80]
set xtics 50 format '%.0f'
set ytics 50 format '%.0f'
set size ratio -1
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'colours.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#1956b4e9' title 'true', \
    'colours.dat' index 1 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' title 'painted', \
    'colours.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19222222' title 'mean of the true', \
    'colours.dat' index 3 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19009e73' title 'mean in RGB'

# Panel 2: Skin, enlarged
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title 'Skin, enlarged' font ',13' textcolor rgb '#333333'
set xlabel 'a, green to red' textcolor rgb '#333333'
set ylabel 'b, blue to yellow' textcolor rgb '#333333'
set xrange [-5:35]
set yrange [-5:35]
set xtics 10 format '%.0f'
set ytics 10 format '%.0f'
set size ratio -1
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'colours.dat' index 4 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#1956b4e9' title 'true', \
    'colours.dat' index 5 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' title 'painted', \
    'colours.dat' index 6 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19222222' title 'mean of the true', \
    'colours.dat' index 7 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19009e73' title 'mean in RGB'
unset multiplot
