# 
#
# Draw game.png and game.svg again, in this folder:  gnuplot game.gnuplot
# It needs game.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 900,620 font 'DejaVu Sans,11'
    set output 'game.png'
    call 'game.gnuplot' 'page'
    set terminal svg noenhanced size 900,620 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'game.svg'
    call 'game.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: step 0
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.5
set size 0.333333333,0.5
set title 'step 0' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'game.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'game.dat' index 1 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 2: step 300
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.333333333,0.5
set size 0.333333333,0.5
set title 'step 300' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'game.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'game.dat' index 3 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 3: step 600
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.666666667,0.5
set size 0.333333333,0.5
set title 'step 600' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'game.dat' index 4 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'game.dat' index 5 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 4: step 1200
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.333333333,0.5
set title 'step 1200' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'game.dat' index 6 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'game.dat' index 7 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 5: step 1800
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.333333333,0
set size 0.333333333,0.5
set title 'step 1800' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'game.dat' index 8 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'game.dat' index 9 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 6: step 3000
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.666666667,0
set size 0.333333333,0.5
set title 'step 3000' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'game.dat' index 10 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'game.dat' index 11 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'
unset multiplot
