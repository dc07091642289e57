# Where a single Gaussian ends, from four starts
#
# Draw walks.png and walks.svg again, in this folder:  gnuplot walks.gnuplot
# It needs walks.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 1000,700 font 'DejaVu Sans,11'
    set output 'walks.png'
    call 'walks.gnuplot' 'page'
    set terminal svg noenhanced size 1000,700 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'walks.svg'
    call 'walks.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'Where a single Gaussian ends, from four starts' font ',14'

# Panel 1: KL[p‖q]
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.471428571
set size 0.5,0.471428571
set title 'KL[p‖q]' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-5:5]
set yrange [0:0.85]
set xtics 2 format '%.0f'
set ytics 0.2 format '%.1f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'walks.dat' index 0 using 1:2:3 with filledcurves fillcolor rgb '#bf888888' title 'p', \
    'walks.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'q', \
    'walks.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'walks.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'walks.dat' index 4 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle

# Panel 2: minimax: 2·JS
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0.471428571
set size 0.5,0.471428571
set title 'minimax: 2·JS' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-5:5]
set yrange [0:0.85]
set xtics 2 format '%.0f'
set ytics 0.2 format '%.1f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'walks.dat' index 5 using 1:2:3 with filledcurves fillcolor rgb '#bf888888' title 'p', \
    'walks.dat' index 6 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'q', \
    'walks.dat' index 7 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'walks.dat' index 8 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'walks.dat' index 9 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle

# Panel 3: non-saturating
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.471428571
set title 'non-saturating' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-5:5]
set yrange [0:0.85]
set xtics 2 format '%.0f'
set ytics 0.2 format '%.1f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'walks.dat' index 10 using 1:2:3 with filledcurves fillcolor rgb '#bf888888' title 'p', \
    'walks.dat' index 11 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'q', \
    'walks.dat' index 12 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'walks.dat' index 13 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'walks.dat' index 14 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle

# Panel 4: KL[q‖p]
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.471428571
set title 'KL[q‖p]' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-5:5]
set yrange [0:0.85]
set xtics 2 format '%.0f'
set ytics 0.2 format '%.1f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'walks.dat' index 15 using 1:2:3 with filledcurves fillcolor rgb '#bf888888' title 'p', \
    'walks.dat' index 16 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'q', \
    'walks.dat' index 17 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'walks.dat' index 18 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'walks.dat' index 19 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle
unset multiplot
